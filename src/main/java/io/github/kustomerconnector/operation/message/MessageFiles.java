package io.github.kustomerconnector.operation.message;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.FileCopy;
import io.github.kustomerconnector.call.FileCopy.IfNotCopied;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of messages: their attachments.
 *
 * @param isCopied whether they are copied as documents
 * @param ifNotCopied what happens to a file that must not be copied
 */
record MessageFiles(boolean isCopied, IfNotCopied ifNotCopied) {

    /** The role that reads an attachment ("Get attachment by message ID and attachment ID"). */
    static final Role READ = new Role("org.permission.attachment.read", "org.user.attachment.read");

    private static final String FIELD = "message.attachments";
    private static final String TEMPLATE = "/v1/messages/{message}/attachments/{id}";

    /** The form of an id, because the id gets into a path and into messages. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    static MessageFiles of(MessageQuery query) {
        boolean isCopied =
                switch (Choice.orElse(query.attachments(), "none")) {
                    case "none" -> false;
                    case "documents" -> true;
                    default -> throw Choice.unknown(FIELD, "none", "documents");
                };
        return new MessageFiles(
                isCopied,
                switch (Choice.orElse(query.ifNotCopied(), "fail")) {
                    case "fail" -> IfNotCopied.FAIL;
                    case "leaveOut" -> IfNotCopied.LEAVE_OUT;
                    default -> throw Choice.unknown("message.ifNotCopied", "fail", "leaveOut");
                });
    }

    /** The files to copy for the messages that were found. */
    List<FileCopy> copies(CallResult.Query found) {
        return isCopied ? found.resources().stream().flatMap(this::copies).toList() : List.of();
    }

    private Stream<FileCopy> copies(Resource message) {
        return ids(message)
                .map(id -> new FileCopy(
                        FIELD, message.id(), id, Request.get(Path.of(TEMPLATE, message.id(), id), READ), ifNotCopied));
    }

    /** A message refers to its attachments as related records. Some answers have them among its attributes only. */
    private static Stream<String> ids(Resource message) {
        List<Json> related = message.relationships()
                .at("attachments", "data")
                .map(Json::elements)
                .orElse(List.of());
        List<Json> attachments = related.isEmpty()
                ? message.attributes().field("attachments").map(Json::elements).orElse(List.of())
                : related;
        return attachments.stream()
                .flatMap(attachment -> id(attachment).stream())
                .filter(id -> ID.matcher(id).matches())
                .distinct();
    }

    private static Optional<String> id(Json attachment) {
        return attachment
                .text()
                .or(() -> attachment.field("id").flatMap(Json::text))
                .or(() -> attachment.field("_id").flatMap(Json::text));
    }
}

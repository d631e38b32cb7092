package io.github.kustomerconnector.operation.message;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.CopiedFile;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.ReservedText;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.DocumentResult;
import io.github.kustomerconnector.operation.FoundRecord;
import io.github.kustomerconnector.operation.FoundRecords;
import io.github.kustomerconnector.operation.ListedRecord;
import io.github.kustomerconnector.operation.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link FindMessage}: the first message with the fields of {@link FoundRecord}, and the list of all.
 *
 * @param text the text of the first message (its {@code preview}); null if it has none
 * @param count the number of {@code records}
 * @param complete whether {@code records} has all messages; false if the list was cut at the task's maximum or at the
 *     size that the engine accepts
 * @param records the messages in the order of the task
 * @param attachments the files that were copied, each with {@code messageId}, {@code id}, {@code name}, {@code
 *     contentType}, {@code contentLength}, {@code document} and {@code problem}
 */
public record FindMessageResult(
        boolean found,
        @Nullable String id,
        @Nullable String type,
        @Nullable Json attributes,
        @Nullable Json relationships,
        @Nullable String url,
        @Nullable String text,
        int count,
        boolean complete,
        List<ListedRecord> records,
        List<Json> attachments)
        implements DocumentResult {

    public FindMessageResult {
        records = List.copyOf(records);
        attachments = List.copyOf(attachments);
    }

    static FindMessageResult of(CallResult.WithFiles result, Server server) {
        List<Resource> messages = result.found().resources().stream()
                .map(FindMessageResult::withoutReferences)
                .toList();
        FoundRecords found = FoundRecords.of(
                new CallResult.Listed(messages, result.found().complete(), Json.NOTHING),
                "message",
                message -> server.link("messages", message.id()));
        return new FindMessageResult(
                found.found(),
                found.id(),
                found.type(),
                found.attributes(),
                found.relationships(),
                found.url(),
                messages.stream()
                        .findFirst()
                        .flatMap(message -> message.attribute("preview"))
                        .orElse(null),
                found.count(),
                found.complete(),
                found.records(),
                result.files().stream().map(FindMessageResult::attachment).toList());
    }

    /** The message without objects that the runtime would take for documents of Camunda. */
    private static Resource withoutReferences(Resource message) {
        return new Resource(
                message.id(),
                message.type(),
                ReservedText.replaceInForeign(message.attributes()),
                ReservedText.replaceInForeign(message.relationships()));
    }

    private static Json attachment(CopiedFile file) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("messageId", Json.of(file.owner()));
        fields.put("id", Json.of(file.id()));
        for (String name : List.of("name", "contentType", "contentLength")) {
            fields.put(
                    name,
                    file.description()
                            .field(name)
                            .map(ReservedText::replaceInForeign)
                            .orElse(Json.NULL));
        }
        fields.put("document", Optional.ofNullable(file.document()).orElse(Json.NULL));
        fields.put("problem", Optional.ofNullable(file.problem()).map(Json::of).orElse(Json.NULL));
        return Json.object(fields);
    }
}

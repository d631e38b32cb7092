package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.field.BodyBuilder.required;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.CopyFiles;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.FindOptions;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages: {@code GET /v1/messages/{id}}, {@code GET /v1/messages/externalid={externalId}}, or the lists of a
 * conversation or a customer page by page. Can copy their attachments into Camunda's document store. Nothing changes
 * in Kustomer, so a repeat is safe; it copies the attachments again.
 */
public record FindMessage(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable MessageQuery message,
        @Nullable FindOptions options)
        implements Operation<CallResult.WithFiles> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(MessageApi.READ, MessageFiles.READ);
    }

    @Override
    public CopyFiles call(TaskIdentity task) {
        MessageQuery query = message == null
                ? new MessageQuery(null, null, null, null, null, null, null, null, null, null, null)
                : message;
        MessageFiles files = MessageFiles.of(query);
        return new CopyFiles(query(task, query), files::copies);
    }

    @Override
    public FindMessageResult result(CallResult.WithFiles result) {
        FindMessageResult found = FindMessageResult.of(result, serverOrDefault());
        if (!found.found() && FindOptions.orDefault(options).required()) {
            throw Failure.notFound(listed(), "there is no such message");
        }
        return found;
    }

    private Request listed() {
        boolean isOfCustomer =
                message != null && Choice.orElse(message.by(), "").equals("customer");
        return Request.get(isOfCustomer ? MessageApi.ofCustomer("") : MessageApi.ofConversation(""), MessageApi.READ);
    }

    private Query<?> query(TaskIdentity task, MessageQuery query) {
        return switch (Choice.orElse(query.by(), "conversation")) {
            case "id" -> byId(task, query);
            case "externalId" -> byExternalId(task, query);
            case "conversation" -> list(task, MessageListQuery.ofConversation(query));
            case "customer" -> list(task, MessageListQuery.ofCustomer(query));
            default -> throw Choice.unknown("message.by", "conversation", "customer", "id", "externalId");
        };
    }

    private Query.Find byId(TaskIdentity task, MessageQuery query) {
        String id = required("message", "id", query.id(), objectId());
        return FindOptions.orDefault(options)
                .find(task, Lookup.byId(id, () -> Request.get(MessageApi.byId(id), MessageApi.READ)));
    }

    private Query.Find byExternalId(TaskIdentity task, MessageQuery query) {
        String id = required("message", "externalId", query.externalId(), identifier(256));
        Lookup lookup = new Lookup(
                "external ID", () -> Request.get(MessageApi.byExternalId(id), MessageApi.READ), found -> true);
        return FindOptions.orDefault(options).find(task, lookup);
    }

    private Query<?> list(TaskIdentity task, MessageListQuery list) {
        return list.call(
                task.derived(), FindOptions.orDefault(options).checked().timeout());
    }
}

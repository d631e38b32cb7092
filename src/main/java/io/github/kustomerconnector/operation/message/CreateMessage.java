package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.ContentOptions;
import io.github.kustomerconnector.operation.CreateOptions;
import io.github.kustomerconnector.operation.CreateWithClientId;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records a message on the timeline and sends nothing. {@code POST /v1/conversations/{id}/messages} records it in a
 * conversation; {@code POST /v1/customers/{id}/messages} makes Kustomer open a new conversation for it.
 *
 * <p>The client chooses the id, which is derived from the identity. So it finds the message and its conversation again
 * after a lost answer, a redelivery or a crash. If Kustomer ignores the id, {@code lookUpFirst} finds the message by
 * its external id.
 *
 * <p>Documents are uploaded before the message is recorded. If an upload fails, the task starts again from the
 * beginning.
 */
public record CreateMessage(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable MessageFields message,
        @Nullable ContentOptions content,
        @Nullable CreateOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(MessageApi.CREATE);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.inConversation(result, serverOrDefault(), "message");
    }

    @Override
    public Call.Create call(TaskIdentity task) {
        Attachments attachments = new Attachments(task);
        Map<String, Json> given = MessageMapping.of(message, attachments).checked();
        ContentOptions.requireData(content, "message", given, MessageApi.NO_DATA, "message.subject or message.preview");
        CreateWithClientId create =
                new CreateWithClientId(CreateOptions.orDefault(options), task, given, MessageApi.LOOKUPS);
        String parent = given.containsKey("conversation") ? "conversation" : "customer";
        IdempotencyPolicy policy = create.policy(
                List.of("subject", "preview"),
                found -> create.otherRelation(found, parent),
                found -> update(create, found));
        return create.create(request(create.body()), policy, attachments.uploads());
    }

    private static Request request(Map<String, Json> body) {
        Map<String, Json> sent = new LinkedHashMap<>(body);
        Path path = text(body, "conversation")
                .map(MessageApi::ofConversation)
                .orElseGet(() -> MessageApi.ofCustomer(text(body, "customer").orElseThrow()));
        sent.remove(body.containsKey("conversation") ? "conversation" : "customer");
        return new Request("POST", path, BodyBuilder.bounded("message", sent), MessageApi.CREATE);
    }

    /** Without attachments that are given as ids, because an update accepts only objects. */
    private static Optional<Request> update(CreateWithClientId create, Resource found) {
        Map<String, Json> changes = create.changes(MessageApi.CREATE_ONLY);
        changes.computeIfPresent(
                "attachments", (name, files) -> files.elements().stream().allMatch(Json::isObject) ? files : null);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Request(
                        "PUT",
                        MessageApi.byId(found.id()),
                        BodyBuilder.bounded("message", changes),
                        MessageApi.UPDATE));
    }
}

package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.Authentication;
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
 * Records a message on the timeline; nothing is sent to anybody. {@code POST /v1/conversations/{id}/messages} for one that
 * belongs to a conversation; else {@code POST /v1/customers/{id}/messages}, where Kustomer opens a conversation for it.
 *
 * <p>Kustomer lets the caller choose the id, so one derived from the identity finds the message, and with it the conversation that
 * was opened, again after a lost answer, a redelivery or a crash. Where Kustomer gives ids of its own, {@code lookUpFirst} goes by
 * the external id.
 *
 * <p>Documents are uploaded before the message is recorded; what fails there is tried again from the beginning.
 */
public record CreateMessage(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable MessageFields message,
        @Nullable CreateOptions options)
        implements Operation<CallResult.Written> {

    /** The roles that a key needs for this operation, all of them. */
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
        CreateWithClientId chosen =
                new CreateWithClientId(CreateOptions.orDefault(options), task, given, MessageApi.LOOKUPS);
        return chosen.create(
                create(chosen.body()),
                chosen.policy(found -> foreign(given, found), found -> update(given, found)),
                attachments.uploads());
    }

    private static Request create(Map<String, Json> body) {
        Map<String, Json> sent = new LinkedHashMap<>(body);
        Path path = text(body, "conversation")
                .map(MessageApi::ofConversation)
                .orElseGet(() -> MessageApi.ofCustomer(text(body, "customer").orElseThrow()));
        sent.remove(body.containsKey("conversation") ? "conversation" : "customer");
        return new Request("POST", path, BodyBuilder.bounded("message", sent), MessageApi.CREATE);
    }

    /** A message in another conversation, or of another customer, is not this one. */
    private static Optional<String> foreign(Map<String, Json> given, Resource found) {
        return Optional.of(given.containsKey("conversation") ? "conversation" : "customer")
                .filter(parent -> found.related(parent)
                        .filter(other -> !other.equals(text(given, parent).orElseThrow()))
                        .isPresent());
    }

    /** An update takes attachments as objects only. */
    private static Optional<Request> update(Map<String, Json> given, Resource found) {
        Map<String, Json> changes = new LinkedHashMap<>(given);
        changes.keySet().removeAll(MessageApi.CREATE_ONLY);
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

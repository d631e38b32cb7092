package io.github.kustomerconnector.operation.conversation;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import io.github.kustomerconnector.operation.UpdateOptions;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Updates a conversation in up to three requests, because Kustomer accepts these changes only separately. Fields are
 * changed by {@code PUT /v1/conversations/{id}}, and tags are added or removed by {@code /v1/conversations/{id}/tags}.
 * A move is a {@code PUT} of the customer alone.
 *
 * <p>Each request is idempotent. If one fails, the earlier ones stay done. The last update wins, unless the task names
 * a revision. In that case the connector runtime recognizes the task's own update after a repeat. After a restart of
 * the runtime, such a repeat fails, because the conversation has a new revision.
 */
public record UpdateConversation(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable ConversationTarget target,
        @Nullable ConversationUpdateFields conversation,
        @Nullable UpdateOptions change,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(ConversationApi.UPDATE);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.of(result, serverOrDefault(), "conversation");
    }

    @Override
    public Call<CallResult.Written> call(TaskIdentity task) {
        return PortableNames.resolve(names -> call(task, names));
    }

    private Call.Update call(TaskIdentity task, PortableNames names) {
        String id = ConversationTarget.idOf(target);
        Map<String, Json> changes = ConversationUpdateMapping.of(conversation, UpdateOptions.orDefault(change), names)
                .checked();
        Optional<Request> tags = tags(id, changes.getOrDefault("tags", Json.list(List.of())));
        Map<String, Json> fields = fields(changes, tags.isPresent());
        Optional<Request> first = fields.isEmpty() ? Optional.empty() : Optional.of(ConversationApi.update(id, fields));
        Optional<Request> move = Optional.ofNullable(changes.get("customer"))
                .map(customer -> ConversationApi.update(id, Map.of("customer", customer)));
        List<Request> steps =
                Stream.of(first, tags, move).flatMap(Optional::stream).toList();
        if (steps.isEmpty()) {
            throw Failure.invalid("conversation", "changes nothing: set a field, or name one in change.clear");
        }
        Request read = Request.get(ConversationApi.byId(id), ConversationApi.READ);
        return new Call.Update(
                task.derived(),
                List.of(),
                found -> steps,
                UpdateOptions.revision(fields, read),
                BodyBuilder.text(changes, "externalId").stream()
                        .map(ConversationApi::findByExternalId)
                        .toList(),
                TimeoutOptions.timeout(options));
    }

    /** The changes without those that are requests of their own. */
    private static Map<String, Json> fields(Map<String, Json> changes, boolean hasTagRequest) {
        Map<String, Json> fields = new LinkedHashMap<>(changes);
        fields.remove("customer");
        if (hasTagRequest) {
            fields.remove("tags");
        }
        if (fields.keySet().equals(Set.of("rev"))) {
            throw Failure.invalid(
                    "change.rev",
                    "needs a field to set or clear: Kustomer checks no revision for a move or for added or removed tags");
        }
        return fields;
    }

    /** The request that adds or removes tags; empty if there are none, or if the fields contain them. */
    private Optional<Request> tags(String id, Json tags) {
        Optional<Request> change =
                switch (Choice.orElse(conversation == null ? null : conversation.changeTags(), "add")) {
                    case "add" -> Optional.of(tags("POST", id, tags, ConversationApi.UPDATE));
                    case "remove" -> Optional.of(tags("DELETE", id, tags, ConversationApi.REMOVE_TAGS));
                    case "replace" -> Optional.empty();
                    default -> throw Choice.unknown("conversation.changeTags", "add", "remove", "replace");
                };
        return change.filter(request -> !tags.elements().isEmpty());
    }

    private static Request tags(String method, String id, Json tags, Role role) {
        return new Request(method, ConversationApi.tagsOf(id), BodyBuilder.bounded("conversation.tags", tags), role);
    }
}

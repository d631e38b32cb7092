package io.github.kustomerconnector.operation.conversation;

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
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.CreateOptions;
import io.github.kustomerconnector.operation.CreateWithClientId;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a conversation: {@code POST /v1/conversations}. With a campaign it uses
 * {@code POST /v1/customers/{id}/conversations}, because only that endpoint accepts one. The client chooses the id,
 * which is derived from the identity, so it finds the record again.
 */
public record CreateConversation(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable ConversationFields conversation,
        @Nullable CreateOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(ConversationApi.CREATE);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.of(result, serverOrDefault(), "conversation");
    }

    @Override
    public Call<CallResult.Written> call(TaskIdentity task) {
        return PortableNames.resolve(names -> call(task, names));
    }

    private Call.Create call(TaskIdentity task, PortableNames names) {
        Map<String, Json> given = ConversationMapping.of(conversation, names).checked();
        String customer = text(given, "customer").orElseThrow();
        CreateWithClientId create =
                new CreateWithClientId(CreateOptions.orDefault(options), task, given, ConversationApi.LOOKUPS);
        IdempotencyPolicy policy = create.policy(
                List.of("name"), found -> create.otherRelation(found, "customer"), found -> update(create, found));
        return create.create(request(create.body(), customer), policy, List.of());
    }

    private static Request request(Map<String, Json> body, String customer) {
        Map<String, Json> sent = new LinkedHashMap<>(body);
        Path path = ConversationApi.CONVERSATIONS;
        if (sent.containsKey("campaign")) {
            sent.remove("customer");
            path = ConversationApi.ofCustomer(customer);
        }
        return new Request("POST", path, BodyBuilder.bounded("conversation", sent), ConversationApi.CREATE);
    }

    private static Optional<Request> update(CreateWithClientId create, Resource found) {
        Map<String, Json> changes = create.changes(ConversationApi.CREATE_ONLY);
        return changes.isEmpty() ? Optional.empty() : Optional.of(ConversationApi.update(found.id(), changes));
    }
}

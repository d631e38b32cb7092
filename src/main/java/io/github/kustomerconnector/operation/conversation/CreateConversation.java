package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.RequestBody.text;

import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Ended;
import io.github.kustomerconnector.client.Request;
import io.github.kustomerconnector.client.Role;
import io.github.kustomerconnector.client.Settlement;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.ChosenId;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Options;
import io.github.kustomerconnector.operation.RequestBody;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.SettledRecord;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a conversation: {@code POST /v1/conversations}, or {@code POST /v1/customers/{id}/conversations} where a campaign
 * is given, since only that takes one. Kustomer lets the caller choose the id: one derived from the identity finds the
 * record again.
 */
public record CreateConversation(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable ConversationFields conversation,
        @Nullable Options options)
        implements Operation<Ended.Settled> {

    @Override
    public String name() {
        return "create-conversation";
    }

    @Override
    public List<Role> roles() {
        return List.of(ConversationApi.CREATE);
    }

    @Override
    public SettledRecord result(Ended.Settled ended) {
        return SettledRecord.of(ended, place(), "conversation");
    }

    @Override
    public Call.Create call(TaskIdentity task) {
        Map<String, Json> given = ConversationBody.of(conversation).checked();
        String customer = text(given, "customer").orElseThrow();
        ChosenId chosen = new ChosenId(Options.orDefault(options), task, given, ConversationApi.WAYS);
        Settlement settlement = chosen.settlement(
                found -> found.related("customer")
                        .filter(other -> !other.equals(customer))
                        .map(other -> "customer"),
                found -> update(given, found));
        return chosen.create(create(chosen.body(), customer), settlement, List.of());
    }

    private static Request create(Map<String, Json> body, String customer) {
        if (!body.containsKey("campaign")) {
            return new Request(
                    "POST",
                    ConversationApi.CONVERSATIONS,
                    RequestBody.bounded("conversation", body),
                    ConversationApi.CREATE);
        }
        Map<String, Json> nested = new LinkedHashMap<>(body);
        nested.remove("customer");
        return new Request(
                "POST",
                ConversationApi.ofCustomer(customer),
                RequestBody.bounded("conversation", nested),
                ConversationApi.CREATE);
    }

    private static Optional<Request> update(Map<String, Json> given, Resource found) {
        Map<String, Json> changes = new LinkedHashMap<>(given);
        changes.keySet().removeAll(ConversationApi.CREATE_ONLY);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Request(
                        "PUT",
                        ConversationApi.byId(found.id()),
                        RequestBody.bounded("conversation", changes),
                        ConversationApi.UPDATE));
    }
}

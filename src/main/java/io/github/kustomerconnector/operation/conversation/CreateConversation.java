package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.RequestBody.text;

import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Ended;
import io.github.kustomerconnector.client.Identity;
import io.github.kustomerconnector.client.Lookup;
import io.github.kustomerconnector.client.Request;
import io.github.kustomerconnector.client.Role;
import io.github.kustomerconnector.client.Settlement;
import io.github.kustomerconnector.client.Settlement.Protection;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Options;
import io.github.kustomerconnector.operation.Options.RepeatProtection;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.SettledRecord;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.ArrayList;
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

    private Options how() {
        return Options.orDefault(options);
    }

    @Override
    public Call.Create call(TaskIdentity task) {
        Map<String, Json> given = ConversationBody.of(conversation).toJson().fields();
        String customer = text(given, "customer").orElseThrow();
        boolean named = how().key().isPresent() || given.containsKey("id") || given.containsKey("externalId");
        Identity identity = identity(task, given);

        Map<String, Json> body = new LinkedHashMap<>(given);
        putIdentifier(body, identity);
        Settlement settlement = new Settlement(
                protection(body),
                lookups(body),
                how().duplicates(),
                found -> !named && isSame(body, found),
                found -> found.related("customer")
                        .filter(other -> !other.equals(customer))
                        .map(other -> "customer"),
                found -> update(given, found));
        return new Call.Create(task.derived(), identity, create(body, customer), how().timeout(), settlement);
    }

    /** The key that the process names, else the external id that the business gives, else the task. */
    private Identity identity(TaskIdentity task, Map<String, Json> body) {
        return how().key().or(() -> text(body, "externalId")).map(task::named).orElseGet(task::derived);
    }

    private void putIdentifier(Map<String, Json> body, Identity identity) {
        switch (how().protection()) {
            case AUTOMATIC -> body.putIfAbsent("id", Json.of(identity.objectId()));
            case LOOK_UP_FIRST -> body.putIfAbsent("externalId", Json.of(identity.externalId()));
            case NONE -> {
                // What the process gives is all that is sent.
            }
        }
    }

    private Protection protection(Map<String, Json> body) {
        if (how().protection() == RepeatProtection.LOOK_UP_FIRST) {
            return Protection.LOOK_UP_FIRST;
        }
        return body.containsKey("id") ? Protection.UNIQUE_IDENTIFIER : Protection.NONE;
    }

    private static List<Lookup> lookups(Map<String, Json> body) {
        List<Lookup> lookups = new ArrayList<>();
        text(body, "id")
                .ifPresent(id -> lookups.add(new Lookup(
                        "ID",
                        Request.get(ConversationApi.byId(id), ConversationApi.READ),
                        found -> found.id().equals(id))));
        text(body, "externalId")
                .ifPresent(id -> lookups.add(new Lookup(
                        "external ID",
                        Request.get(ConversationApi.byExternalId(id), ConversationApi.READ),
                        found -> isSame(body, found))));
        return lookups;
    }

    /** Whether the record has the id, or else the external id, that the body says. */
    private static boolean isSame(Map<String, Json> body, Resource found) {
        return text(body, "id")
                .map(found.id()::equals)
                .filter(same -> same)
                .orElseGet(() -> text(body, "externalId")
                        .filter(id ->
                                found.attribute("externalId").filter(id::equals).isPresent())
                        .isPresent());
    }

    private static Request create(Map<String, Json> body, String customer) {
        if (!body.containsKey("campaign")) {
            return new Request(
                    "POST", ConversationApi.CONVERSATIONS, Body.of(Json.object(body)), ConversationApi.CREATE);
        }
        Map<String, Json> nested = new LinkedHashMap<>(body);
        nested.remove("customer");
        return new Request(
                "POST", ConversationApi.ofCustomer(customer), Body.of(Json.object(nested)), ConversationApi.CREATE);
    }

    private static Optional<Request> update(Map<String, Json> given, Resource found) {
        Map<String, Json> changes = new LinkedHashMap<>(given);
        changes.keySet().removeAll(ConversationApi.CREATE_ONLY);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Request(
                        "PUT",
                        ConversationApi.byId(found.id()),
                        Body.of(Json.object(changes)),
                        ConversationApi.UPDATE));
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What can be done with conversations. */
final class ConversationOperations {

    private static final String READ = "org.permission.conversation.read org.user.conversation.read";
    private static final String CREATE = "org.permission.conversation.create org.user.conversation.write";
    private static final String UPDATE = "org.permission.conversation.update org.user.conversation.write";
    private static final String DELETE = "org.permission.conversation.delete org.user.conversation.delete";

    private static final String REMOVE_TAGS = "org.permission.conversation.delete org.user.conversation.write";

    private final Store store;
    private final Resources resources;
    private final Replies replies;
    private final Hook hook;
    private final Admission admission;

    ConversationOperations(Store store, Resources resources, Replies replies, Hook hook, Admission admission) {
        this.store = store;
        this.resources = resources;
        this.replies = replies;
        this.hook = hook;
        this.admission = admission;
    }

    List<Route> creates() {
        return List.of(Route.of("POST", "/v1/conversations", CREATE, call -> create(call.body(), call)));
    }

    List<Route> others() {
        return List.of(
                Route.of("POST", "/v1/customers/*/conversations", CREATE, this::createForCustomer),
                Route.of("GET", "/v1/customers/*/conversations", READ, this::listOfCustomer),
                Route.of("GET", "/v1/conversations/externalId=*", READ, this::byExternalId),
                Route.of("POST", "/v1/conversations/*/tags", UPDATE, call -> change(call, resources::tagged)),
                Route.of("DELETE", "/v1/conversations/*/tags", REMOVE_TAGS, call -> change(call, resources::untagged)),
                Route.of("GET", "/v1/conversations/*", READ, this::byId),
                Route.of("PATCH", "/v1/conversations/*", UPDATE, this::update),
                Route.of("PUT", "/v1/conversations/*", UPDATE, this::update),
                Route.of("DELETE", "/v1/conversations/*", DELETE, this::delete));
    }

    private Answer createForCustomer(Call call) {
        return create(call.body().deepCopy().put("customer", call.argument()), call);
    }

    private Answer create(ObjectNode body, Call call) {
        ObjectNode admitted = admission.newConversation(body);
        hook.run(call.request());
        ObjectNode conversation = resources.conversation(admitted);
        store.addConversation(conversation);
        return replies.created(conversation);
    }

    private Answer listOfCustomer(Call call) {
        String customer = call.argument();
        if (store.customer(customer).isEmpty()) {
            throw new Refusal(Problem.notFound("id"));
        }
        return replies.page(
                store.conversations().stream()
                        .filter(conversation ->
                                Admission.customerOf(conversation).equals(customer))
                        .filter(conversation -> isSince(call.request().query("fromDate"), conversation))
                        .toList(),
                call);
    }

    /** What the date is compared with is not documented. */
    private static boolean isSince(Optional<String> date, ObjectNode conversation) {
        String createdAt = conversation.at("/attributes/createdAt").asText();
        return date.filter(from -> Instant.parse(createdAt).isBefore(Instant.parse(from)))
                .isEmpty();
    }

    private Answer change(Call call, BiFunction<ObjectNode, JsonNode, ObjectNode> change) {
        hook.run(call.request());
        return replies.ok(
                store.updateConversation(call.argument(), conversation -> change.apply(conversation, call.content())));
    }

    private Answer byId(Call call) {
        return found(store.conversation(call.argument()), "id");
    }

    private Answer byExternalId(Call call) {
        return found(store.conversationByExternalId(call.argument()), "externalId");
    }

    private Answer update(Call call) {
        admission.movedConversation(call.body());
        hook.run(call.request());
        return replies.ok(store.updateConversation(call.argument(), conversation -> {
            call.checkRevision(conversation);
            return call.replaces()
                    ? resources.replaced(conversation, call.body())
                    : resources.updated(conversation, call.body());
        }));
    }

    private Answer delete(Call call) {
        if (!store.deleteConversation(call.argument())) {
            throw new Refusal(Problem.notFound("id"));
        }
        return Answer.empty(204);
    }

    private Answer found(Optional<ObjectNode> conversation, String parameter) {
        return replies.ok(conversation.orElseThrow(() -> new Refusal(Problem.notFound(parameter))));
    }
}

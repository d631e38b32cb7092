package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** The endpoints of conversations. */
final class ConversationOperations {

    private static final String READ = "org.permission.conversation.read org.user.conversation.read";
    private static final String CREATE = "org.permission.conversation.create org.user.conversation.write";
    private static final String UPDATE = "org.permission.conversation.update org.user.conversation.write";
    private static final String DELETE = "org.permission.conversation.delete org.user.conversation.delete";

    private static final String REMOVE_TAGS = "org.permission.conversation.delete org.user.conversation.write";

    private final Store store;
    private final Resources resources;
    private final ReplyBodies replies;
    private final Hook hook;
    private final BodyValidator validator;

    ConversationOperations(Store store, Resources resources, ReplyBodies replies, Hook hook, BodyValidator validator) {
        this.store = store;
        this.resources = resources;
        this.replies = replies;
        this.hook = hook;
        this.validator = validator;
    }

    List<Route> creates() {
        return List.of(Route.of("POST", "/v1/conversations", CREATE, routed -> create(routed.body(), routed)));
    }

    List<Route> others() {
        return List.of(
                Route.of("POST", "/v1/customers/*/conversations", CREATE, this::createForCustomer),
                Route.of("GET", "/v1/customers/*/conversations", READ, this::listOfCustomer),
                Route.of("GET", "/v1/conversations/externalId=*", READ, this::byExternalId),
                Route.of(
                        "POST",
                        "/v1/conversations/*/tags",
                        UPDATE,
                        routed -> change(routed, resources.changes()::tagged)),
                Route.of(
                        "DELETE",
                        "/v1/conversations/*/tags",
                        REMOVE_TAGS,
                        routed -> change(routed, resources.changes()::untagged)),
                Route.of("GET", "/v1/conversations/*", READ, this::byId),
                Route.of("PATCH", "/v1/conversations/*", UPDATE, this::update),
                Route.of("PUT", "/v1/conversations/*", UPDATE, this::update),
                Route.of("DELETE", "/v1/conversations/*", DELETE, this::delete));
    }

    private Reply createForCustomer(RoutedRequest routed) {
        return create(routed.body().deepCopy().put("customer", routed.argument()), routed);
    }

    private Reply create(ObjectNode body, RoutedRequest routed) {
        ObjectNode checked = validator.newConversation(body);
        hook.run(routed.request());
        ObjectNode conversation = resources.conversation(checked);
        store.addConversation(conversation);
        return replies.created(conversation);
    }

    private Reply listOfCustomer(RoutedRequest routed) {
        String customer = routed.argument();
        if (store.customer(customer).isEmpty()) {
            throw ApiErrorException.notFound("id");
        }
        Instant from = routed.fromDate();
        return replies.page(
                store.conversations().stream()
                        .filter(conversation ->
                                related(conversation, "customer").equals(customer))
                        .filter(conversation -> !createdAt(conversation).isBefore(from))
                        .toList(),
                routed);
    }

    /** The documentation does not name the field that {@code fromDate} is compared with. */
    private static Instant createdAt(ObjectNode conversation) {
        return Resources.instant(conversation.at("/attributes/createdAt").asText());
    }

    private Reply change(RoutedRequest routed, BiFunction<ObjectNode, JsonNode, ObjectNode> change) {
        hook.run(routed.request());
        return replies.ok(store.updateConversation(
                routed.argument(), conversation -> change.apply(conversation, routed.content())));
    }

    private Reply byId(RoutedRequest routed) {
        return replies.byIds(routed, store::conversation);
    }

    private Reply byExternalId(RoutedRequest routed) {
        return replies.found(store.conversationByExternalId(routed.argument()), "externalId");
    }

    private Reply update(RoutedRequest routed) {
        validator.requireCustomer(routed.body());
        hook.run(routed.request());
        return replies.ok(store.updateConversation(routed.argument(), conversation -> {
            routed.checkRevision(conversation);
            return routed.replaces()
                    ? resources.changes().replaced(conversation, routed.body())
                    : resources.changes().updated(conversation, routed.body());
        }));
    }

    private Reply delete(RoutedRequest routed) {
        return ReplyBodies.deleted(store.deleteConversation(routed.argument()));
    }
}

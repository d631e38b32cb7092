package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The endpoints of messages. The simulator stores messages and sends none. */
final class MessageOperations {

    private static final String READ = "org.permission.message.read org.user.message.read";
    private static final String CREATE = "org.permission.message.create org.user.message.write";
    private static final String UPDATE = "org.permission.message.update org.user.message.write";

    private final Timeline timeline;
    private final Settings settings;

    MessageOperations(Timeline timeline, Settings settings) {
        this.timeline = timeline;
        this.settings = settings;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/messages", CREATE, this::create),
                Route.of("POST", "/v1/conversations/*/messages", CREATE, this::createInConversation),
                Route.of("POST", "/v1/customers/*/messages", CREATE, this::createForCustomer),
                Route.of("GET", "/v1/conversations/*/messages", READ, timeline::listOfConversation),
                Route.of("GET", "/v1/customers/*/messages", READ, timeline::listOfCustomer),
                Route.of("GET", "/v1/messages/externalid=*", READ, timeline::byExternalId),
                Route.of("GET", "/v1/messages/*", READ, timeline::byId),
                Route.of("PUT", "/v1/messages/*", UPDATE, timeline::update),
                Route.of("PATCH", "/v1/messages/*", UPDATE, timeline::update));
    }

    private Reply createInConversation(RoutedRequest routed) {
        ObjectNode body = timeline.checked(routed);
        return add(timeline.within(timeline.conversation(routed.argument(), "id"), body), routed);
    }

    private Reply createForCustomer(RoutedRequest routed) {
        return createFor(routed.argument(), "id", routed);
    }

    private Reply create(RoutedRequest routed) {
        return createFor(routed.body().path("customer").asText(), "customer", routed);
    }

    /**
     * Creates a conversation for a message that names none. A refused message creates no conversation. Two requests
     * with one id create one conversation.
     */
    private synchronized Reply createFor(String customer, String parameter, RoutedRequest routed) {
        ObjectNode body = timeline.checked(routed);
        if (body.has("conversation")) {
            String conversation = body.path("conversation").asText();
            return add(timeline.within(timeline.conversation(conversation, "conversation"), body), routed);
        }
        if (timeline.has(body.path("id").asText())) {
            throw new ApiErrorException(ApiError.taken(409, "id"));
        }
        return add(timeline.opening(customer, body, parameter), routed);
    }

    private Reply add(ObjectNode body, RoutedRequest routed) {
        boolean inbound = body.path("direction").asText("in").equals("in");
        ObjectNode whole = Json.object()
                .put("size", body.path("preview").asText().length())
                .put("status", inbound ? "received" : "sent")
                .put("sentAt", Resources.time(settings.now()));
        whole.putObject("meta");
        whole.setAll(body);
        return timeline.add(whole, routed);
    }
}

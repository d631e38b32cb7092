package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What can be done with messages: they are recorded, not sent. */
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
                Route.of("PUT", "/v1/messages/*", UPDATE, timeline::update));
    }

    private Answer createInConversation(Call call) {
        ObjectNode body = timeline.admitted(call.body());
        return add(timeline.within(timeline.conversation(call.argument(), "id"), body), call);
    }

    private Answer createForCustomer(Call call) {
        return createFor(call.argument(), "id", call);
    }

    private Answer create(Call call) {
        return createFor(call.body().path("customer").asText(), "customer", call);
    }

    /** A message without a conversation opens one; one that is refused opens none. */
    private Answer createFor(String customer, String parameter, Call call) {
        ObjectNode body = timeline.admitted(call.body());
        if (body.has("conversation")) {
            String conversation = body.path("conversation").asText();
            return add(timeline.within(timeline.conversation(conversation, "conversation"), body), call);
        }
        if (timeline.has(body.path("id").asText())) {
            throw new Refusal(Problem.taken(409, "id"));
        }
        return add(timeline.opening(customer, body, parameter), call);
    }

    private Answer add(ObjectNode body, Call call) {
        boolean inbound = body.path("direction").asText("in").equals("in");
        ObjectNode whole = Json.object()
                .put("size", body.path("preview").asText().length())
                .put("status", inbound ? "received" : "sent")
                .put("sentAt", settings.now().toString());
        whole.putObject("meta");
        whole.setAll(body);
        return timeline.add(whole, call);
    }
}

package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.campaign.WritePlan.Trait;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;

/** Route Kustomer Conversation: into a queue, from or to an agent, and to other states. */
final class RouteCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(RouteCase::new, Trait.PROTECTED_BY_KUSTOMER)
            .faultsIn(CREATE, CREATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY)
            .variants("queue", "queue rival", "queue name", "take", "take rival", "agent", "pause", "complete", "back");

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String conversation;
    private final String complaints;
    private final String orders;
    private final String ada;
    private volatile boolean rivalWrote;

    RouteCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        complaints = kustomer.seedRecord("queue", "{\"name\": \"Complaints\", \"key\": \"complaints\"}");
        orders = kustomer.seedRecord("queue", "{\"name\": \"Orders\", \"key\": \"orders\"}");
        ada = kustomer.seedRecord("user", "{\"email\": \"ada@example.org\"}");
        conversation = kustomer.seedConversation("{\"customer\": \"%s\"}".formatted(kustomer.seedCustomer("{}")));
        if (isAssignedBefore()) {
            route(", \"assignedTo\": \"%s\"".formatted(ada));
        } else if (scenario.has("pause") || scenario.has("complete")) {
            route("");
        }
        if (scenario.has("rival")) {
            kustomer.beforeNextStore(request -> {
                kustomer.updateWorkItem(route(""), "{\"paused\": true}");
                rivalWrote = true;
            });
        }
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        ObjectNode route = fields.putObject("route").put("conversation", conversation);
        if (scenario.has("queue") || scenario.has("take")) {
            route.put("action", "queue").put("queue", scenario.has("name") ? "complaints" : complaints);
            route.put("takeFromAgent", scenario.has("take") ? "true" : "false");
        } else if (scenario.has("agent")) {
            route.put("action", "agent").put("assignedTo", "ada@example.org");
        } else {
            route.put("action", scenario.variant());
        }
        return fields;
    }

    @Override
    public int duplicates() {
        return Math.max(0, kustomer.records("work_item").size() - 1);
    }

    @Override
    public boolean isAsAsked() {
        if (kustomer.records("work_item").size() != 1) {
            return false;
        }
        JsonNode item = kustomer.records("work_item").getFirst();
        return item.at("/attributes/status").asText().equals(status())
                && item.at("/attributes/paused").asBoolean() == (rivalWrote || scenario.has("pause"))
                && item.at("/relationships/queue/data/id").asText().equals(queue())
                && item.at("/relationships/assignedTo/data/id").asText().equals(status().equals("assigned") ? ada : "");
    }

    /** Another runtime does not know that the work item has its state by an earlier delivery. */
    @Override
    public Optional<String> untruth(JsonNode result) {
        String id = duplicates() == 0 && !kustomer.records("work_item").isEmpty()
                ? kustomer.records("work_item").getFirst().path("id").asText()
                : "";
        return WriteCase.expected(
                result, id, scenario.usesRuntimes() ? List.of("updated", "existing") : List.of("updated"));
    }

    private String status() {
        return scenario.has("agent")
                ? "assigned"
                : scenario.has("pause") ? "queued" : scenario.has("complete") ? "completed" : "queued";
    }

    private String queue() {
        return scenario.has("queue") || scenario.has("take") ? complaints : scenario.has("agent") ? "" : orders;
    }

    private boolean isAssignedBefore() {
        return scenario.has("take") || scenario.has("back");
    }

    private String route(String more) {
        return kustomer.routeConversation(
                "{\"resource\": {\"id\": \"%s\", \"type\": \"conversation\"}, \"queue\": {\"id\": \"%s\"}%s}"
                        .formatted(conversation, orders, more));
    }
}

package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;

/** Delete Kustomer Customer. */
final class DeleteCase implements WriteCase {

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String id;

    DeleteCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        id = scenario.has("existing") ? kustomer.seedCustomer("{}") : "5f0000000000000000000bad";
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        fields.putObject("target").put("id", id);
        return fields;
    }

    @Override
    public int duplicates() {
        return 0;
    }

    @Override
    public boolean isAsAsked() {
        return kustomer.customers().stream()
                .noneMatch(customer -> customer.path("id").asText().equals(id));
    }

    /**
     * After a lost answer, the runtime cannot distinguish its own delete from one that found nothing. Another runtime,
     * or a concurrent delivery, finds the customer absent after the first delete.
     */
    @Override
    public Optional<String> untruth(JsonNode result) {
        boolean isLost = !kustomer.injected().isEmpty();
        boolean isAbsentForOthers =
                scenario.usesRuntimes() || scenario.deliveries().stream().anyMatch(Delivery::concurrent);
        List<String> outcomes = scenario.has("absent")
                ? isLost ? List.of("absent", "deleted") : List.of("absent")
                : isAbsentForOthers ? List.of("deleted", "absent") : List.of("deleted");
        return WriteCase.expected(result, id, outcomes);
    }
}

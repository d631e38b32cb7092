package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.DELETE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;

/** Delete Kustomer Customer. */
final class DeleteCase implements WriteCase {

    static final WritePlan PLAN =
            WritePlan.of(DeleteCase::new).faultsIn(DELETE, DELETE, DELETE, ANY).variants("existing", "absent");

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

    @Override
    public Optional<String> untruth(JsonNode result) {
        return WriteCase.expected(result, id, outcomes(scenario, kustomer));
    }

    /**
     * The outcomes of a delete. After a lost answer, or one that a busy machine sends too late, the runtime cannot distinguish its own delete from one that found
     * nothing. Another runtime, or a concurrent delivery, finds the record absent after the first delete.
     */
    static List<String> outcomes(WriteScenario scenario, KustomerSimulator kustomer) {
        boolean isRepeated = kustomer.requests().size() > scenario.deliveries().size();
        boolean isLost = isRepeated || !kustomer.injected().isEmpty();
        boolean isAbsentForOthers =
                scenario.usesRuntimes() || scenario.deliveries().stream().anyMatch(Delivery::concurrent);
        if (scenario.has("absent")) {
            return isLost ? List.of("absent", "deleted") : List.of("absent");
        }
        return isAbsentForOthers ? List.of("deleted", "absent") : List.of("deleted");
    }
}

package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.campaign.WritePlan.Trait;
import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;

/**
 * Start Kustomer Workflow, with and without a search of the hook's transactions. An unknown outcome is honest after a
 * fault. A second start never is.
 */
final class WorkflowCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(WorkflowCase::new, Trait.NEVER_PARALLEL)
            .faultsIn(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY)
            .variants("plain", "plain key", "searched", "searched key");

    private static final String HASH = "0123456789abcdef0123456789abcdef";

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String hook;

    WorkflowCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        hook = kustomer.seedRecord("web_hook", "{\"title\": \"Orders\", \"hash\": \"%s\"}".formatted(HASH));
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        ObjectNode workflow = fields.putObject("workflow").put("hook", HASH);
        workflow.putObject("data").put("order", scenario.digits());
        if (scenario.has("key")) {
            workflow.put("key", "order-" + scenario.digits());
        }
        if (scenario.has("searched")) {
            workflow.put("hookId", hook);
        }
        return fields;
    }

    @Override
    public int duplicates() {
        return Math.max(0, starts().size() - 1);
    }

    @Override
    public boolean isAsAsked() {
        return starts().size() == 1
                && starts().getFirst().at("/attributes/data/order").asText().equals(scenario.digits());
    }

    /** Another runtime does not know that a start with a given key is the task's own. */
    @Override
    public Optional<String> untruth(JsonNode result) {
        String id = starts().isEmpty() ? "" : starts().getFirst().path("id").asText();
        boolean isForeign = scenario.has("key") && scenario.usesRuntimes();
        return WriteCase.expected(result, id, isForeign ? List.of("created", "existing") : List.of("created"));
    }

    /** On a busy machine, an answer can take longer than the task's one second, which loses it without a fault. */
    @Override
    public boolean mayFail(JobEnding.Failed failed) {
        boolean isLost = !kustomer.injected().isEmpty() || failed.message().contains("no complete answer within 1 s");
        return isLost && failed.code().equals("KUSTOMER_OUTCOME_UNKNOWN");
    }

    private List<ObjectNode> starts() {
        return kustomer.records("web_hook_transaction");
    }
}

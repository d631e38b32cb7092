package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.campaign.WritePlan.Trait;
import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.simulator.ClientIds;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;

/** Create Kustomer Note. */
final class NoteCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(NoteCase::new, Trait.PROTECTED_BY_KUSTOMER)
            .faultsIn(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY)
            .variants(
                    "automatic",
                    "automatic key",
                    "automatic externalId",
                    "automatic key fail",
                    "lookUpFirst",
                    "lookUpFirst key",
                    "lookUpFirst externalId");

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String conversation;

    NoteCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        String customer = kustomer.seedCustomer("{}");
        conversation = kustomer.seedConversation("{\"customer\": \"%s\"}".formatted(customer));
        if (scenario.has("lookUpFirst")) {
            kustomer.settings().clientIds(ClientIds.IGNORED);
        }
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        ObjectNode note =
                fields.putObject("note").put("conversation", conversation).put("body", body());
        putIdentity(scenario, note, fields.putObject("options"));
        return fields;
    }

    /** The identity and the options of a create, by the words of the variant. */
    static void putIdentity(WriteScenario scenario, ObjectNode record, ObjectNode options) {
        options.put("repeatProtection", scenario.has("lookUpFirst") ? "lookUpFirst" : "automatic");
        options.put("onDuplicate", scenario.has("fail") ? "fail" : "returnExisting");
        if (scenario.has("key")) {
            options.put("idempotencyKey", "order-" + scenario.digits());
        }
        if (scenario.has("externalId")) {
            record.put("externalId", "crm-" + scenario.digits());
        }
    }

    /** The outcomes of the task's own record. Another runtime recognizes it only by a derived identity. */
    static List<String> outcomes(WriteScenario scenario) {
        boolean derived = !scenario.has("key") && !scenario.has("externalId");
        return derived || !scenario.usesRuntimes() ? List.of("created") : List.of("created", "existing");
    }

    @Override
    public int duplicates() {
        return Math.max(0, notes().size() - 1);
    }

    @Override
    public boolean isAsAsked() {
        return notes().size() == 1
                && notes().getFirst().at("/attributes/body").asText().equals(body())
                && notes().getFirst()
                        .at("/relationships/conversation/data/id")
                        .asText()
                        .equals(conversation);
    }

    @Override
    public Optional<String> untruth(JsonNode result) {
        String id = notes().isEmpty() ? "" : notes().getFirst().path("id").asText();
        return WriteCase.expected(result, id, outcomes(scenario));
    }

    /** A runtime cannot recognize a note that the other runtime created, and the task accepts no duplicate. */
    @Override
    public boolean mayFail(JobEnding.Failed failed) {
        return scenario.has("fail")
                && scenario.usesRuntimes()
                && failed.code().equals("KUSTOMER_DUPLICATE")
                && isAsAsked()
                && ScenarioResult.namedIds(failed)
                        .contains(notes().getFirst().path("id").asText());
    }

    private List<ObjectNode> notes() {
        return kustomer.records("note");
    }

    private String body() {
        return "Please call back " + scenario.digits();
    }
}

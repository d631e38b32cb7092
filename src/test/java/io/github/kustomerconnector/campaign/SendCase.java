package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;

/**
 * Send Kustomer Message: its own draft, or a given one. A lost answer to the draft may leave a draft that is not sent,
 * so only sent messages count.
 */
final class SendCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(SendCase::new)
            .faultsIn(CREATE, CREATE, UPDATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY)
            .variants("listed payloads", "listed payloads", "payloads", "listed", "neither", "given listed", "given")
            .inOneRuntimeIf(SendCase::isUnlisted);

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String customer;
    private final String given;

    SendCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        kustomer.settings().sentDraftsListed(scenario.has("listed"));
        kustomer.settings().draftPayloads(scenario.has("payloads"));
        customer = kustomer.seedCustomer("{}");
        given = scenario.has("given")
                ? kustomer.seedRecord(
                        "draft",
                        "{\"customer\": \"%s\", \"channel\": \"sms\", \"body\": \"%s\", \"status\": \"draft\"}"
                                .formatted(customer, text()))
                : "";
    }

    /** Whether Kustomer's list of drafts does not show that the draft of a repeat exists. */
    private static boolean isUnlisted(WriteScenario scenario) {
        return !scenario.has("given") && !(scenario.has("listed") && scenario.has("payloads"));
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        ObjectNode draft = fields.putObject("draft");
        if (scenario.has("given")) {
            draft.put("action", "sendDraft").put("customer", customer).put("id", given);
        } else {
            draft.put("action", "send").put("customer", customer).put("channel", "sms");
            draft.put("to", "+18005551212").put("body", text());
        }
        fields.putObject("options").put("repeatProtection", "automatic");
        return fields;
    }

    @Override
    public int duplicates() {
        return Math.max(0, sent().size() - 1);
    }

    @Override
    public boolean isAsAsked() {
        return sent().size() == 1
                && sent().getFirst().at("/attributes/preview").asText().equals(text());
    }

    @Override
    public Optional<String> untruth(JsonNode result) {
        String id = result.path("id").asText();
        boolean isDraft = scenario.has("given") ? id.equals(given) : !scenario.has("listed") || isSentDraft(id);
        return isDraft
                ? WriteCase.expected(result, id, List.of("created"))
                : Optional.of(id + " is not the sent draft");
    }

    /** Without a fault or a redelivery, the outcome is known. */
    @Override
    public boolean mayFail(JobEnding.Failed failed) {
        boolean disturbed = !kustomer.injected().isEmpty() || scenario.isRedelivered();
        return disturbed && failed.code().equals("KUSTOMER_OUTCOME_UNKNOWN");
    }

    private boolean isSentDraft(String id) {
        return kustomer.records("draft").stream()
                .anyMatch(draft -> draft.path("id").asText().equals(id)
                        && draft.at("/attributes/status").asText().equals("sent"));
    }

    private List<ObjectNode> sent() {
        return kustomer.records("message");
    }

    private String text() {
        return "Your parcel is on its way " + scenario.digits();
    }
}

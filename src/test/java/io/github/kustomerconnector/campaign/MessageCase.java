package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.campaign.WritePlan.Trait;
import io.github.kustomerconnector.simulator.ClientIds;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;

/** Record Kustomer Message, in a conversation or with a new one. */
final class MessageCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(MessageCase::new, Trait.PROTECTED_BY_KUSTOMER)
            .faultsIn(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY)
            .variants(
                    "automatic",
                    "automatic opens",
                    "automatic key",
                    "automatic key opens",
                    "automatic externalId opens",
                    "lookUpFirst",
                    "lookUpFirst key opens",
                    "lookUpFirst externalId opens");

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String customer;
    private final String conversation;

    /** The number of conversations before the job. */
    private final int conversations;

    MessageCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        customer = kustomer.seedCustomer("{}");
        conversation = kustomer.seedConversation("{\"customer\": \"%s\"}".formatted(customer));
        conversations = kustomer.conversations().size();
        if (scenario.has("lookUpFirst")) {
            kustomer.settings().clientIds(ClientIds.IGNORED);
        }
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        ObjectNode message = fields.putObject("message")
                .put("channel", "email")
                .put("app", "campaign")
                .put("direction", "in")
                .put("preview", text());
        message.put("parent", scenario.has("opens") ? "customer" : "conversation");
        message.put(
                scenario.has("opens") ? "customer" : "conversation", scenario.has("opens") ? customer : conversation);
        NoteCase.putIdentity(scenario, message, fields.putObject("options"));
        return fields;
    }

    @Override
    public int duplicates() {
        return Math.max(0, messages().size() - 1) + Math.max(0, opened() - (scenario.has("opens") ? 1 : 0));
    }

    @Override
    public boolean isAsAsked() {
        if (messages().size() != 1 || opened() != (scenario.has("opens") ? 1 : 0)) {
            return false;
        }
        JsonNode message = messages().getFirst();
        String parent = message.at("/relationships/conversation/data/id").asText();
        return message.at("/attributes/preview").asText().equals(text())
                && message.at("/relationships/customer/data/id").asText().equals(customer)
                && parent.equals(conversation) != scenario.has("opens");
    }

    @Override
    public Optional<String> untruth(JsonNode result) {
        String id = messages().isEmpty() ? "" : messages().getFirst().path("id").asText();
        return WriteCase.expected(result, id, NoteCase.outcomes(scenario));
    }

    private int opened() {
        return kustomer.conversations().size() - conversations;
    }

    private List<ObjectNode> messages() {
        return kustomer.records("message");
    }

    private String text() {
        return "Where is my parcel? " + scenario.digits();
    }
}

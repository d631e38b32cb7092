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
import java.util.Set;
import java.util.stream.Collectors;

/** Register Kustomer Webhook, with or without a webhook that is registered already. */
final class RegisterCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(RegisterCase::new, Trait.NEEDS_BACK_OFF)
            .faultsIn(CREATE, CREATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY)
            .variants("absent", "absent", "absent others", "existing", "existing disabled", "existing events");

    private static final String CREATED = "kustomer.conversation.create";
    private static final String ANSWERED = "kustomer.message.create";

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;

    RegisterCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        if (scenario.has("others")) {
            for (int i = 0; i < 4; i++) {
                kustomer.webhooks().register("https://other.example.org/" + i, CREATED);
            }
        }
        if (scenario.has("existing")) {
            ObjectNode there = scenario.has("events")
                    ? kustomer.webhooks().register(url(), CREATED)
                    : kustomer.webhooks().register(url(), CREATED, ANSWERED);
            if (scenario.has("disabled")) {
                kustomer.webhooks().disable(there.path("id").asText());
            }
        }
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        fields.putObject("webhook")
                .put("url", url())
                .put("choice", "chosen")
                .put("events", "conversation.create, message.create");
        return fields;
    }

    @Override
    public int duplicates() {
        return Math.max(0, ours().size() - 1);
    }

    @Override
    public boolean isAsAsked() {
        return ours().size() == 1
                && kustomer.webhooks().registered().size() == (scenario.has("others") ? 5 : 1)
                && ours().getFirst().at("/attributes/enabled").asBoolean()
                && events(ours().getFirst()).equals(Set.of(CREATED, ANSWERED));
    }

    /** Another runtime, or a concurrent delivery, finds the webhook as it should be. */
    @Override
    public Optional<String> untruth(JsonNode result) {
        String id = ours().isEmpty() ? "" : ours().getFirst().path("id").asText();
        String first = scenario.has("absent")
                ? "created"
                : scenario.has("disabled") || scenario.has("events") ? "updated" : "existing";
        boolean isShared =
                scenario.usesRuntimes() || scenario.deliveries().stream().anyMatch(Delivery::concurrent);
        return result.toString().contains(token())
                ? Optional.of("the result contains the signing token")
                : WriteCase.expected(result, id, isShared ? List.of(first, "existing") : List.of(first));
    }

    private String token() {
        return ours().isEmpty()
                ? "none"
                : ours().getFirst().at("/attributes/token").asText("none");
    }

    private List<ObjectNode> ours() {
        return kustomer.webhooks().registered().stream()
                .filter(webhook -> webhook.at("/attributes/url").asText().equals(url()))
                .toList();
    }

    private static Set<String> events(ObjectNode webhook) {
        return webhook.at("/attributes/events")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private String url() {
        return "https://camunda.example.org/inbound/" + scenario.digits();
    }
}

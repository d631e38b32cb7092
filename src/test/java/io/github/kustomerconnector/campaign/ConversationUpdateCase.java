package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.DELETE;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.campaign.WritePlan.Trait;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Update Kustomer Conversation: its fields, its tags and its customer, in up to three requests. */
final class ConversationUpdateCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(ConversationUpdateCase::new, Trait.IDEMPOTENT_POSTS)
            .faultsIn(UPDATE, UPDATE, CREATE, DELETE, ANY, ANY)
            .variants(
                    "fields",
                    "fields rival",
                    "tag",
                    "untag",
                    "move",
                    "fields tag move",
                    "fields untag rival",
                    "fields rev");

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String customer;
    private final String otherCustomer;
    private final String id;
    private volatile boolean rivalWrote;

    ConversationUpdateCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        customer = kustomer.seedCustomer("{}");
        otherCustomer = kustomer.seedCustomer("{}");
        id = kustomer.seedConversation("""
                {"customer": "%s", "name": "Old", "tags": ["billing", "vip"], "custom": {"planStr": "gold"}}""".formatted(customer));
        if (scenario.has("rival")) {
            kustomer.beforeNextStore(request -> {
                kustomer.updateConversation(id, "{\"name\": \"Rival\", \"custom\": {\"rivalStr\": \"yes\"}}");
                rivalWrote = true;
            });
        }
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        fields.putObject("target").put("id", id);
        ObjectNode conversation = fields.putObject("conversation");
        if (scenario.has("fields")) {
            conversation
                    .put("status", "done")
                    .put("priority", 5)
                    .putObject("custom")
                    .put("sizeNum", 3);
        }
        if (scenario.has("tag")) {
            conversation.put("changeTags", "add").putArray("tags").add("urgent");
        }
        if (scenario.has("untag")) {
            conversation.put("changeTags", "remove").putArray("tags").add("billing");
        }
        if (scenario.has("move")) {
            conversation.put("customer", otherCustomer);
        }
        if (scenario.has("rev")) {
            fields.putObject("change").put("rev", 1);
        }
        return fields;
    }

    @Override
    public int duplicates() {
        return Math.max(0, kustomer.conversations().size() - 2);
    }

    @Override
    public boolean isAsAsked() {
        JsonNode stored = kustomer.conversations().stream()
                .filter(conversation -> conversation.path("id").asText().equals(id))
                .findFirst()
                .map(JsonNode.class::cast)
                .orElse(WriteCase.object());
        JsonNode attributes = stored.path("attributes");
        boolean fields = scenario.has("fields");
        return attributes.path("status").asText().equals(fields ? "done" : "open")
                && attributes.path("priority").asInt() == (fields ? 5 : 3)
                && attributes.at("/custom/sizeNum").asInt() == (fields ? 3 : 0)
                && attributes.at("/custom/planStr").asText().equals("gold")
                && attributes.at("/custom/rivalStr").asText().equals(rivalWrote ? "yes" : "")
                && attributes.path("name").asText().equals(rivalWrote ? "Rival" : "Old")
                && tags(attributes).equals(tagsAsked())
                && stored.at("/relationships/customer/data/id")
                        .asText()
                        .equals(scenario.has("move") ? otherCustomer : customer)
                && (!scenario.has("rev") || attributes.path("rev").asInt() == 2);
    }

    @Override
    public Optional<String> untruth(JsonNode result) {
        return WriteCase.expected(result, id, List.of("updated"));
    }

    private Set<String> tagsAsked() {
        Set<String> tags = new TreeSet<>(Set.of("billing", "vip"));
        if (scenario.has("tag")) {
            tags.add("urgent");
        }
        if (scenario.has("untag")) {
            tags.remove("billing");
        }
        return tags;
    }

    private Set<String> tags(JsonNode attributes) {
        Set<String> ids =
                attributes.path("tags").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return kustomer.records("tag").stream()
                .filter(tag -> ids.contains(tag.path("id").asText()))
                .map(tag -> tag.at("/attributes/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

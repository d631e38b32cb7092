package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;

/** Update Kustomer KObject: by id or external id, also at a revision. */
final class KObjectUpdateCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(KObjectUpdateCase::new)
            .faultsIn(UPDATE, UPDATE, UPDATE, LOOK_UP, ANY)
            .variants(
                    "id",
                    "id rival",
                    "id clear",
                    "id rev",
                    "externalId",
                    "externalId rival",
                    "externalId rev",
                    "externalId renamed");

    private static final String TYPE = "kobject.order";

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String id;
    private volatile boolean rivalWrote;

    KObjectUpdateCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        id = kustomer.seedRecord(TYPE, """
                {"title": "Old", "externalId": "crm-%s", "description": "Two books",
                 "custom": {"orderNumberStr": "7", "orderStatusStr": "new"}}""".formatted(scenario.digits()));
        if (scenario.has("rival")) {
            kustomer.beforeNextStore(request -> {
                kustomer.updateRecord(TYPE, id, "{\"custom\": {\"orderStatusStr\": \"rival\"}}");
                rivalWrote = true;
            });
        }
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        fields.putObject("target")
                .put("klass", "order")
                .put("by", scenario.has("externalId") ? "externalId" : "id")
                .put("id", id)
                .put("externalId", "crm-" + scenario.digits());
        ObjectNode kobject = fields.putObject("kobject").put("title", title());
        kobject.putObject("custom").put("totalPriceNum", 12);
        if (scenario.has("renamed")) {
            kobject.put("externalId", "new-" + scenario.digits());
        }
        ObjectNode change = fields.putObject("change");
        if (scenario.has("clear")) {
            change.putArray("clear").add("description").add("custom.orderNumberStr");
        }
        if (scenario.has("rev")) {
            change.put("rev", 1);
        }
        return fields;
    }

    @Override
    public int duplicates() {
        return kustomer.records(TYPE).size() - 1;
    }

    @Override
    public boolean isAsAsked() {
        JsonNode attributes = kustomer.records(TYPE).getFirst().path("attributes");
        boolean clears = scenario.has("clear");
        String externalId = (scenario.has("renamed") ? "new-" : "crm-") + scenario.digits();
        return attributes.path("title").asText().equals(title())
                && attributes.path("externalId").asText().equals(externalId)
                && attributes.at("/custom/totalPriceNum").asInt() == 12
                && attributes.at("/custom/orderStatusStr").asText().equals(rivalWrote ? "rival" : "new")
                && attributes.at("/custom/orderNumberStr").asText().equals(clears ? "" : "7")
                && attributes.path("description").asText().equals(clears ? "" : "Two books")
                && (!scenario.has("rev") || attributes.path("rev").asInt() == 2);
    }

    @Override
    public Optional<String> untruth(JsonNode result) {
        return WriteCase.expected(result, id, List.of("updated"));
    }

    private String title() {
        return "Order " + scenario.digits();
    }
}

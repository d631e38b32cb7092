package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.campaign.WritePlan.Trait;
import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Create Kustomer KObject, with or without another client's KObject. Kustomer accepts a second one here. */
final class KObjectCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(KObjectCase::new, Trait.PROTECTED_BY_LOOK_UP)
            .faultsIn(CREATE, CREATE, CREATE, UPDATE, LOOK_UP, LOOK_UP, ANY)
            .variants(
                    "derived",
                    "derived",
                    "key",
                    "externalId",
                    "externalId fail",
                    "externalId existing",
                    "externalId existing update",
                    "externalId existing foreign");

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String customer;
    private final Optional<String> existing;

    KObjectCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        customer = kustomer.seedCustomer("{}");
        String owner = scenario.has("foreign") ? kustomer.seedCustomer("{}") : customer;
        existing = scenario.has("existing")
                ? Optional.of(
                        kustomer.seedRecord("kobject.order", """
                        {"title": "Old", "externalId": "%s", "customer": "%s", "createdAt": "%s"}""".formatted(externalId(), owner, TaskFields.LONG_AGO)))
                : Optional.empty();
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        ObjectNode kobject = fields.putObject("kobject")
                .put("klass", "order")
                .put("title", title())
                .put("customer", customer);
        kobject.putObject("custom").put("totalPriceNum", 12);
        ObjectNode options = fields.putObject("options").put("onDuplicate", onDuplicate());
        if (scenario.has("key")) {
            options.put("idempotencyKey", "order-" + scenario.digits());
        }
        if (scenario.has("externalId")) {
            kobject.put("externalId", externalId());
        }
        return fields;
    }

    private String onDuplicate() {
        return scenario.has("fail") ? "fail" : scenario.has("update") ? "updateExisting" : "returnExisting";
    }

    @Override
    public int duplicates() {
        return Math.max(0, orders().size() - 1);
    }

    @Override
    public boolean isAsAsked() {
        if (orders().size() != 1) {
            return false;
        }
        JsonNode order = orders().getFirst();
        boolean isKept = existing.isPresent() && !scenario.has("update");
        return order.at("/attributes/title").asText().equals(isKept ? "Old" : title())
                && order.at("/attributes/custom/totalPriceNum").asInt() == (isKept ? 0 : 12)
                && (scenario.has("foreign")
                        || order.at("/relationships/customer/data/id").asText().equals(customer));
    }

    @Override
    public Optional<String> untruth(JsonNode result) {
        if (scenario.has("foreign")) {
            return Optional.of("completed with the KObject of another customer");
        }
        List<String> outcomes = existing.isEmpty()
                ? NoteCase.outcomes(scenario)
                : List.of(scenario.has("update") ? "updated" : "existing");
        return WriteCase.expected(result, orders().isEmpty() ? "" : id(), outcomes);
    }

    /** A runtime cannot recognize a KObject that the other runtime created, and the task accepts no duplicate. */
    @Override
    public boolean mayFail(JobEnding.Failed failed) {
        boolean refuses = scenario.has("foreign") || (scenario.has("fail") && scenario.usesRuntimes());
        return refuses
                && failed.code().equals("KUSTOMER_DUPLICATE")
                && isAsAsked()
                && ScenarioResult.namedIds(failed).equals(Set.of(id()));
    }

    private List<ObjectNode> orders() {
        return kustomer.records("kobject.order");
    }

    private String id() {
        return orders().getFirst().path("id").asText();
    }

    private String title() {
        return "Order " + scenario.digits();
    }

    private String externalId() {
        return "crm-" + scenario.digits();
    }
}

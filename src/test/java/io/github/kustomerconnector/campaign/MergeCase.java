package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.campaign.WritePlan.Trait;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;

/** Merge Kustomer Customers. */
final class MergeCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(MergeCase::new, Trait.PROTECTED_BY_KUSTOMER)
            .faultsIn(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY)
            .variants("merge");

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String source;
    private final String target;

    MergeCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        source = kustomer.seedCustomer(
                "{\"name\": \"Source\", \"emails\": [{\"email\": \"%s\"}]}".formatted(email("source")));
        target = kustomer.seedCustomer(
                "{\"name\": \"Target\", \"emails\": [{\"email\": \"%s\"}]}".formatted(email("target")));
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        fields.putObject("merge").put("source", source).put("target", target);
        return fields;
    }

    @Override
    public int duplicates() {
        return Math.max(0, merges().size() - 1);
    }

    @Override
    public boolean isAsAsked() {
        List<ObjectNode> left = kustomer.customers().stream()
                .filter(customer ->
                        List.of(source, target).contains(customer.path("id").asText()))
                .toList();
        return merges().size() == 1
                && left.size() == 1
                && left.getFirst().path("id").asText().equals(target)
                && left.getFirst().at("/attributes/name").asText().equals("Target")
                && left.getFirst()
                        .at("/attributes/emails")
                        .findValuesAsText("email")
                        .containsAll(List.of(email("source"), email("target")));
    }

    @Override
    public Optional<String> untruth(JsonNode result) {
        if (!result.path("customerId").asText().equals(target)
                || !result.path("mergedId").asText().equals(source)) {
            return Optional.of("the result names other customers");
        }
        return WriteCase.expected(
                result,
                merges().isEmpty() ? "" : merges().getFirst().path("id").asText(),
                scenario.usesRuntimes() ? List.of("created", "existing") : List.of("created"));
    }

    private List<ObjectNode> merges() {
        return kustomer.records("customer_merge");
    }

    private String email(String who) {
        return who + scenario.digits() + "@example.org";
    }
}

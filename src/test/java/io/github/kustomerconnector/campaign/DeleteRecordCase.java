package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.DELETE;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Delete Kustomer Record: a KObject, a conversation, a note or a company. */
final class DeleteRecordCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(DeleteRecordCase::new)
            .faultsIn(DELETE, DELETE, UPDATE, UPDATE, ANY)
            .variants(
                    "kobject existing",
                    "conversation existing",
                    "note existing",
                    "company existing",
                    "kobject absent",
                    "company absent");

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String kind;
    private final String id;
    private final int others;

    DeleteRecordCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        kind = scenario.variant().split(" ", -1)[0];
        kustomer.seedRecord("kobject.order", "{\"title\": \"Other\"}");
        kustomer.seedRecord("company", "{\"name\": \"Other\"}");
        others = records().size();
        id = scenario.has("existing") ? seed() : "5f0000000000000000000bad";
    }

    private String seed() {
        return switch (kind) {
            case "kobject" -> kustomer.seedRecord("kobject.order", "{\"title\": \"Order\"}");
            case "conversation" ->
                kustomer.seedConversation("{\"customer\": \"%s\"}".formatted(kustomer.seedCustomer("{}")));
            default -> kustomer.seedRecord(kind, "{\"name\": \"Acme\"}");
        };
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        fields.putObject("record").put("kind", kind).put("klass", "order").put("id", id);
        return fields;
    }

    @Override
    public int duplicates() {
        return 0;
    }

    @Override
    public boolean isAsAsked() {
        return records().size() == others
                && records().stream()
                        .noneMatch(record -> record.path("id").asText().equals(id));
    }

    private List<ObjectNode> records() {
        return Stream.of(
                        kustomer.records("kobject.order"),
                        kustomer.records("company"),
                        kustomer.records("note"),
                        kustomer.conversations())
                .flatMap(List::stream)
                .toList();
    }

    /** As for {@link DeleteCase}. */
    @Override
    public Optional<String> untruth(JsonNode result) {
        return WriteCase.expected(result, id, DeleteCase.outcomes(scenario, kustomer));
    }
}

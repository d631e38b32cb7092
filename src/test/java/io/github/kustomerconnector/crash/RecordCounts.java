package io.github.kustomerconnector.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The records in Kustomer at the end, compared with the variables of the process instances.
 *
 * @param duplicates records beyond the first of an instance
 * @param lost missing records of instances
 * @param mismatched instances whose variables do not contain the ids of their records, or whose conversation
 *     belongs to another customer
 */
record RecordCounts(int instances, int customers, int conversations, int duplicates, int lost, int mismatched) {

    /** The expected counts: one customer and one conversation for each instance. */
    static RecordCounts onePerInstance(int instances) {
        return new RecordCounts(instances, instances, instances, 0, 0, 0);
    }

    /** Waits until all requests have a reply, including those of killed processes, then counts. */
    static RecordCounts of(KustomerSimulator kustomer, Instances instances) {
        await("replies to all requests")
                .atMost(EmbeddedCamunda.PATIENCE)
                .untilAsserted(() -> assertThat(kustomer.requests())
                        .filteredOn(request -> request.status().isEmpty() && !isCut(request))
                        .isEmpty());
        List<ObjectNode> customers = kustomer.customers();
        List<ObjectNode> conversations = kustomer.conversations();
        List<InstanceRecords> records = instances.names().stream()
                .map(name -> new InstanceRecords(
                        named(customers, name), named(conversations, name), instances.variables(name)))
                .toList();
        return new RecordCounts(
                records.size(),
                customers.size(),
                conversations.size(),
                sum(records, InstanceRecords::duplicates),
                sum(records, InstanceRecords::lost),
                sum(records, one -> one.isKnown() ? 0 : 1));
    }

    @Override
    public String toString() {
        return "%s instances, %s customers, %s conversations, %s duplicates, %s lost, %s mismatched"
                .formatted(instances, customers, conversations, duplicates, lost, mismatched);
    }

    /** Whether the client was killed between head and body. Such a request gets no reply. */
    private static boolean isCut(RecordedRequest request) {
        return request.method().equals("POST") && request.body().isEmpty();
    }

    private static List<ObjectNode> named(List<ObjectNode> records, String name) {
        return records.stream()
                .filter(record -> record.at("/attributes/name").asText().equals(name))
                .toList();
    }

    private static int sum(List<InstanceRecords> records, ToIntFunction<InstanceRecords> part) {
        return records.stream().mapToInt(part).sum();
    }

    /** The records and variables of one instance. */
    private record InstanceRecords(
            List<ObjectNode> customers, List<ObjectNode> conversations, Map<String, Object> variables) {

        int duplicates() {
            return Math.max(0, customers.size() - 1) + Math.max(0, conversations.size() - 1);
        }

        int lost() {
            return (customers.isEmpty() ? 1 : 0) + (conversations.isEmpty() ? 1 : 0);
        }

        boolean isKnown() {
            return lost() == 0
                    && id(customers.getFirst()).equals(variables.get("customerId"))
                    && id(conversations.getFirst()).equals(variables.get("conversationId"))
                    && id(customers.getFirst())
                            .equals(conversations
                                    .getFirst()
                                    .at("/relationships/customer/data/id")
                                    .asText());
        }

        private static String id(ObjectNode record) {
            return record.path("id").asText();
        }
    }
}

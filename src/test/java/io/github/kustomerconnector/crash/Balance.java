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
 * What is in Kustomer in the end, held against what the processes know.
 *
 * @param duplicates records beyond the first of an instance
 * @param lost records that an instance should have and has not
 * @param astray instances whose variables do not name their records, or whose conversation is another customer's
 */
record Balance(int instances, int customers, int conversations, int duplicates, int lost, int astray) {

    /** One customer and one conversation for each of so many instances. */
    static Balance even(int instances) {
        return new Balance(instances, instances, instances, 0, 0, 0);
    }

    /** Waits for what the dead have left in the pipes, then counts. */
    static Balance of(KustomerSimulator kustomer, Instances instances) {
        await("answers to all requests")
                .atMost(EmbeddedCamunda.PATIENCE)
                .untilAsserted(() -> assertThat(kustomer.requests())
                        .filteredOn(request -> request.status().isEmpty() && !isCut(request))
                        .isEmpty());
        List<ObjectNode> customers = kustomer.customers();
        List<ObjectNode> conversations = kustomer.conversations();
        List<Trace> traces = instances.names().stream()
                .map(name -> new Trace(named(customers, name), named(conversations, name), instances.variables(name)))
                .toList();
        return new Balance(
                traces.size(),
                customers.size(),
                conversations.size(),
                sum(traces, Trace::duplicates),
                sum(traces, Trace::lost),
                sum(traces, trace -> trace.isKnown() ? 0 : 1));
    }

    @Override
    public String toString() {
        return "%d instances, %d customers, %d conversations, %d duplicates, %d lost, %d astray"
                .formatted(instances, customers, conversations, duplicates, lost, astray);
    }

    /** The sender died between head and body. */
    private static boolean isCut(RecordedRequest request) {
        return request.method().equals("POST") && request.body().isEmpty();
    }

    private static List<ObjectNode> named(List<ObjectNode> records, String name) {
        return records.stream()
                .filter(record -> record.at("/attributes/name").asText().equals(name))
                .toList();
    }

    private static int sum(List<Trace> traces, ToIntFunction<Trace> part) {
        return traces.stream().mapToInt(part).sum();
    }

    /** What one instance has left. */
    private record Trace(List<ObjectNode> customers, List<ObjectNode> conversations, Map<String, Object> variables) {

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

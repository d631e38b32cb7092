package io.github.kustomerconnector.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A simulated Kustomer in this JVM, with the queues, the users and the order of a small organization. */
final class SimulatorTarget implements Target {

    /** The kinds of records that tasks of this connector create, besides customers and conversations. */
    private static final List<String> OTHER_KINDS =
            List.of("message", "note", "draft", "attachment", "work_item", "customer_merge");

    private final KustomerSimulator simulator = KustomerSimulator.start();
    private final List<ObjectNode> seeded;

    SimulatorTarget() {
        simulator.seedOrganization();
        seeded = simulator.customers();
        // A bulk takes some time, so that its progress shows.
        simulator.settings().bulkDelay(Duration.ofSeconds(1));
    }

    /** The simulated Kustomer, for what its customers do. */
    KustomerSimulator simulator() {
        return simulator;
    }

    @Override
    public String description() {
        return "a simulated Kustomer";
    }

    @Override
    public String baseUrl() {
        return simulator.url();
    }

    @Override
    public Optional<String> page() {
        return Optional.of(simulator.url() + "/");
    }

    @Override
    public String apiKey() {
        return KustomerSimulator.API_KEY;
    }

    @Override
    public List<String> stored(boolean inFull) {
        Map<String, List<ObjectNode>> kinds = new LinkedHashMap<>();
        kinds.put("customer", newOrChanged(simulator.customers()));
        kinds.put("conversation", simulator.conversations());
        OTHER_KINDS.forEach(kind -> kinds.put(kind, simulator.records(kind)));
        List<String> lines = new ArrayList<>();
        lines.add(kinds.entrySet().stream()
                .filter(kind -> !kind.getValue().isEmpty() || !OTHER_KINDS.contains(kind.getKey()))
                .map(kind -> number(kind.getValue().size(), kind.getKey()))
                .collect(Collectors.joining(", ")));
        if (inFull) {
            kinds.forEach((kind, records) -> records.forEach(record -> lines.add("%-15s %s".formatted(kind, record))));
        }
        return List.copyOf(lines);
    }

    /** Without the customers that no task has changed since the start. */
    private List<ObjectNode> newOrChanged(List<ObjectNode> customers) {
        return customers.stream().filter(customer -> !seeded.contains(customer)).toList();
    }

    private static String number(int count, String kind) {
        return "%s %s%s".formatted(count, kind, count == 1 ? "" : "s");
    }

    @Override
    public void close() {
        simulator.close();
    }
}

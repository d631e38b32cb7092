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

/** A simulated Kustomer in this JVM. */
final class SimulatorTarget implements Target {

    /** The kinds of records that tasks of this connector create, besides customers and conversations. */
    private static final List<String> OTHER_KINDS = List.of("message", "note", "draft", "attachment", "customer_merge");

    private final KustomerSimulator simulator = KustomerSimulator.start();

    SimulatorTarget() {
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
        kinds.put("customer", simulator.customers());
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

    private static String number(int count, String kind) {
        return "%d %s%s".formatted(count, kind, count == 1 ? "" : "s");
    }

    @Override
    public void close() {
        simulator.close();
    }
}

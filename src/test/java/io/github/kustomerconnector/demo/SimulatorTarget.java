package io.github.kustomerconnector.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.ArrayList;
import java.util.List;

/** A simulated Kustomer in this JVM. */
final class SimulatorTarget implements Target {

    private final KustomerSimulator simulator = KustomerSimulator.start();

    @Override
    public String description() {
        return "a simulated Kustomer";
    }

    @Override
    public String baseUrl() {
        return simulator.url();
    }

    @Override
    public String apiKey() {
        return KustomerSimulator.API_KEY;
    }

    @Override
    public List<String> stored(boolean inFull) {
        List<ObjectNode> customers = simulator.customers();
        List<ObjectNode> conversations = simulator.conversations();
        List<String> lines = new ArrayList<>();
        lines.add("%d customers, %d conversations".formatted(customers.size(), conversations.size()));
        if (inFull) {
            customers.forEach(record -> lines.add("customer      " + record));
            conversations.forEach(record -> lines.add("conversation  " + record));
        }
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        simulator.close();
    }
}

package io.github.kustomerconnector.benchmark;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates many customers in the simulated Kustomer without a rate limit: with Run Kustomer Bulk and the jobs of Await Kustomer
 * Bulk that it needs, with one job for each customer, and with one job of Camunda's REST connector for each customer. Each has
 * a JVM and a simulator of its own.
 */
final class BulkRounds {

    private static final int CALLERS = 8;

    private final int customers;
    private final int rounds;

    BulkRounds(int customers, int rounds) {
        this.customers = customers;
        this.rounds = rounds;
    }

    /** How the customers are created. */
    enum Way {
        BULK("one Run Kustomer Bulk"),
        SINGLE("single creates, 8 callers"),
        REST("REST connector, 8 callers");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        private JobTask task(URI server, int customers) throws IOException {
            return switch (this) {
                case BULK -> JobTask.bulk(server, customers);
                case SINGLE -> JobTask.single(server);
                case REST -> JobTask.singleOfRest(server);
            };
        }
    }

    /**
     * The figures of one way in one round.
     *
     * @param requests what the simulator received
     */
    record Round(int requests, double seconds) {}

    /** The rounds by way. The ways take turns. */
    Map<Way, List<Round>> run() throws IOException {
        Map<Way, List<Round>> results = new LinkedHashMap<>();
        // The first round only warms up the simulator, which runs in this JVM.
        for (int round = 0; round <= rounds; round++) {
            for (Way way : Way.values()) {
                Round figures = run(way);
                if (round > 0) {
                    results.computeIfAbsent(way, unused -> new ArrayList<>()).add(figures);
                }
            }
        }
        System.out.println(customers + " customers: " + results);
        return results;
    }

    private Round run(Way way) throws IOException {
        String command = way == Way.BULK ? "jobs 1 1" : "jobs " + CALLERS + " " + customers;
        try (KustomerSimulator kustomer = KustomerSimulator.start();
                JobProcess jobs = JobProcess.start(way.task(kustomer.baseUrl(), customers), Optional.empty())) {
            kustomer.settings().customerRateLimit(1_000_000);
            // The first run only warms up the process.
            jobs.figures(command);
            kustomer.reset();
            kustomer.settings().customerRateLimit(1_000_000);
            double seconds = jobs.figures(command)[0];
            if (kustomer.customers().size() != customers) {
                throw new IllegalStateException(
                        way + " created " + kustomer.customers().size() + " of " + customers + " customers");
            }
            return new Round(kustomer.requests().size(), seconds);
        }
    }
}

package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.crash.ChildProcess;
import io.github.kustomerconnector.simulator.BulkFault;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A bulk of many customers from a document, in a connector runtime of its own with a heap of 64 MiB. The simulator has
 * Kustomer's limit of 1,000 requests a minute. Optionally it injects faults, and the runtime is killed again and again.
 *
 * @param items the number of customers
 * @param kills the number of times that the runtime is killed; 0 for a run without faults
 * @param window the length of the rate limit's window
 * @param timer the time between two jobs
 */
record BulkCampaign(int items, int kills, long seed, Duration window, Duration timer) {

    private static final int LIMIT = 1000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The result of a run.
     *
     * @param requests the number of requests
     * @param duplicates the number of customers beyond those of the items
     * @param lost the number of items without a customer, or without exactly one true result
     */
    record Result(int requests, int jobs, int kills, int duplicates, int lost, JsonNode progress, Duration time) {}

    /** Runs a bulk with the options of the campaign. Returns the exit status. */
    static int run(List<String> words, PrintStream out) throws IOException {
        Map<String, Long> options = words.stream()
                .map(word -> word.split("=", -1))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? Long.parseLong(pair[1]) : 0));
        int items = Math.toIntExact(options.getOrDefault("--bulk", 10_000L));
        int kills = Math.toIntExact(options.getOrDefault("--kills", 0L));
        long seed = options.getOrDefault("--seed", 1L);
        BulkCampaign campaign = kills == 0
                ? new BulkCampaign(items, 0, seed, Duration.ofSeconds(60), Duration.ofSeconds(2))
                : new BulkCampaign(items, kills, seed, Duration.ofSeconds(3), Duration.ofMillis(250));
        out.printf("A bulk of %s customers, %s kills, seed %s ...%n", items, kills, seed);
        Result result = campaign.run();
        out.printf(
                Locale.ROOT,
                "%d requests, %d jobs, %d kills, %d duplicates, %d lost, %.1f s%n",
                result.requests(),
                result.jobs(),
                result.kills(),
                result.duplicates(),
                result.lost(),
                result.time().toMillis() / 1000.0);
        if (kills == 0) {
            out.printf(
                    Locale.ROOT,
                    "Single creates need %d windows of the limit, so %d s at least%n",
                    (items + LIMIT - 1) / LIMIT,
                    (items - 1) / LIMIT * 60);
        }
        return result.duplicates() == 0 && result.lost() == 0 ? 0 : 1;
    }

    /** Runs the bulk to its end. */
    Result run() throws IOException {
        Path folder = Files.createTempDirectory("bulk");
        writeRows(folder);
        try (KustomerSimulator kustomer = KustomerSimulator.start()) {
            kustomer.settings().rateLimit(LIMIT);
            kustomer.settings().window(window);
            kustomer.settings().bulkDelay(Duration.ofMillis(500));
            if (kills > 0) {
                injectFaults(kustomer);
            }
            long begin = System.nanoTime();
            int killed = runLoop(folder, kustomer);
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            return judge(folder, kustomer, killed, time);
        }
    }

    private void writeRows(Path folder) throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(folder.resolve("rows"))) {
            for (int i = 0; i < items; i++) {
                ObjectNode row = JSON.createObjectNode();
                row.put("name", "Customer " + i).put("emails", "customer" + i + "@example.org");
                // Every third customer has no external id, and every fifth has no identifier at all.
                if (i % 3 != 0) {
                    row.put("externalId", "C-" + i);
                }
                if (i % 5 == 0) {
                    row.remove(List.of("emails", "externalId"));
                }
                rows.write(row + "\n");
            }
        }
    }

    private void injectFaults(KustomerSimulator kustomer) {
        SplittableRandom random = new SplittableRandom(seed);
        kustomer.inject(Fault.close(Step.AFTER_STORING), request -> isWithin(random, 3), Integer.MAX_VALUE);
        kustomer.inject(Fault.halfBody(Step.AFTER_STORING), request -> isWithin(random, 2), Integer.MAX_VALUE);
        kustomer.inject(
                Fault.status(Step.AFTER_READING, 503, Map.of()), request -> isWithin(random, 2), Integer.MAX_VALUE);
        kustomer.inject(BulkFault.HALF_DONE, 5);
        kustomer.inject(BulkFault.NO_RESULTS, 5);
    }

    private static synchronized boolean isWithin(SplittableRandom random, int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns the number of kills. */
    private int runLoop(Path folder, KustomerSimulator kustomer) throws IOException {
        SplittableRandom random = new SplittableRandom(seed + 1);
        int killed = 0;
        while (true) {
            ChildProcess runtime = ChildProcess.start(
                    "bulk",
                    System.getProperty("java.class.path"),
                    Map.of(),
                    List.of(
                            "-Xmx64m",
                            BulkRuntimeMain.class.getName(),
                            folder.toString(),
                            kustomer.url(),
                            Long.toString(window.toMillis()),
                            Long.toString(timer.toMillis()),
                            // Shorter with faults, because a stalled request lasts so long.
                            kills == 0 ? "30" : "5"));
            int end = kustomer.requests().size() + random.nextInt(5, 60);
            if (killed < kills && isKilled(runtime, kustomer, end)) {
                killed++;
                continue;
            }
            awaitEnd(runtime);
            runtime.await("complete");
            return killed;
        }
    }

    /** A bulk without faults takes less than a minute, and more on a busy machine. */
    private static void awaitEnd(ChildProcess runtime) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (runtime.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        if (runtime.isAlive()) {
            runtime.kill();
            throw new IllegalStateException("the bulk did not end within " + LONGEST);
        }
    }

    /** Kills the runtime in the middle of its work. False if it ended before. */
    private static boolean isKilled(ChildProcess runtime, KustomerSimulator kustomer, int requests) {
        while (runtime.isAlive()) {
            if (kustomer.requests().size() >= requests) {
                runtime.kill();
                return true;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return false;
    }

    private Result judge(Path folder, KustomerSimulator kustomer, int killed, Duration time) throws IOException {
        ObjectNode state = BulkRuntimeMain.state(folder);
        Map<String, String> ids = new HashMap<>();
        kustomer.customers()
                .forEach(customer -> ids.put(
                        customer.path("id").asText(),
                        customer.at("/attributes/name").asText()));
        Set<Integer> ended = new HashSet<>();
        for (JsonNode reference : state.at("/progress/documents")) {
            for (String line : Files.readAllLines(
                    folder.resolve(reference.path("documentId").asText()))) {
                JsonNode result = JSON.readTree(line);
                int index = result.path("index").asInt();
                boolean isTrue =
                        ("Customer " + index).equals(ids.get(result.path("id").asText()));
                if (isTrue && !ended.add(index)) {
                    throw new IllegalStateException("two results of item " + index);
                }
            }
        }
        state.at("/progress/results").forEach(result -> {
            int index = result.path("index").asInt();
            if (("Customer " + index).equals(ids.get(result.path("id").asText()))) {
                ended.add(index);
            }
        });
        Set<String> names = new HashSet<>(ids.values());
        return new Result(
                kustomer.requests().size(),
                state.path("jobs").asInt(),
                killed,
                ids.size() - names.size(),
                items - ended.size(),
                state.path("progress"),
                time);
    }
}

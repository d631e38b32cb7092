package io.github.kustomerconnector.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The benchmark as a program. Writes {@code results.json} and {@code results.md} into {@code target/benchmark}, and
 * the picture {@code docs/images/benchmark.svg} unless {@code --smoke} is given.
 */
public final class BenchmarkMain {

    private static final Path FOLDER = Path.of("target", "benchmark");
    private static final Path PICTURE = Path.of("docs", "images", "benchmark.svg");

    private BenchmarkMain() {}

    /** The entry point; for the options see {@link BenchmarkOptions}. */
    public static void main(String[] arguments) throws Exception {
        BenchmarkOptions options = BenchmarkOptions.of(System.getProperty("benchmark.args", ""));
        Files.createDirectories(FOLDER);
        System.setProperty("jmh.executor", "CUSTOM");
        System.setProperty("jmh.executor.class", CallerThreads.class.getName());
        System.setProperty("jmh.ignoreLock", "true");
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("when", Instant.now().toString());
        report.put("environment", BenchmarkEnvironment.properties());
        StringBuilder text = new StringBuilder(BenchmarkEnvironment.line()).append("\n\n");
        if (options.measuresCalls()) {
            measureCalls(options, report, text);
        }
        if (options.measuresJobs()) {
            measureJobs(options, report, text);
        }
        if (options.measuresBulk()) {
            Map<BulkRounds.Way, List<BulkRounds.Round>> bulk =
                    new BulkRounds(options.customers(), Math.min(3, options.rounds())).run();
            report.put("bulk", bulk);
            text.append(JobTable.ofBulk(options.customers(), bulk));
        }
        boolean isPassed = !options.measuresEngine() || measureRuntime(options, report, text);
        write(report, text);
        System.out.println(text);
        // End the process explicitly, because threads of the engine and of the clients keep it alive.
        System.exit(isPassed ? 0 : 1);
    }

    private static void measureCalls(BenchmarkOptions options, Map<String, Object> report, StringBuilder text)
            throws Exception {
        List<Result> results = calls(options);
        report.put("calls", results);
        Markdown tables = new Markdown(results);
        text.append(tables.ratios()).append('\n').append(tables.figures()).append('\n');
        if (options.draws()) {
            Files.writeString(PICTURE, new Plot(results).svg(BenchmarkEnvironment.line()));
        }
    }

    /** Measures whole jobs, beside the build whose jar the system property {@code benchmark.baseline} names. */
    private static void measureJobs(BenchmarkOptions options, Map<String, Object> report, StringBuilder text)
            throws Exception {
        String baseline = System.getProperty("benchmark.baseline", "");
        try (Server server = Server.start(FOLDER)) {
            URI url = server.url("jobs", new Scenario(Protocol.HTTP, 1, false, 0));
            Map<JobTask.Kind, Map<String, List<JobRounds.Round>>> results = new JobRounds(
                            url,
                            baseline.isEmpty() ? Optional.empty() : Optional.of(Path.of(baseline)),
                            options.rounds(),
                            2 * options.turn().toMillis())
                    .run();
            report.put("jobs", results);
            text.append(JobTable.of(results));
        }
    }

    private static void write(Map<String, Object> report, StringBuilder text) throws IOException {
        new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(FOLDER.resolve("results.json").toFile(), report);
        Files.writeString(FOLDER.resolve("results.md"), text);
    }

    private static List<Result> calls(BenchmarkOptions options) throws Exception {
        try (Server server = Server.start(FOLDER)) {
            return new Rounds(server, options.rounds(), options.turn(), options.warmUps()).of(options.scenarios());
        }
    }

    /**
     * Measures start-up, memory and whole process instances; false if the memory check fails or misses its planted
     * leak.
     */
    private static boolean measureRuntime(BenchmarkOptions options, Map<String, Object> report, StringBuilder text)
            throws Exception {
        try (Server server = Server.start(FOLDER)) {
            URI url = server.url("runtime", new Scenario(Protocol.HTTP, 1, false, 0));
            Map<ContenderKind, StartUpMeasurement.Cost> costs = startUp(url, options.isSmoke() ? 1 : 5);
            report.put("start-up", costs);
            text.append(Markdown.startUp(costs));
            MemoryCheck.HeapGrowth memory = MemoryCheck.of(Contenders.kustomer(url));
            MemoryCheck.HeapGrowth leak = MemoryCheck.ofLeak(Contenders.kustomer(url));
            report.put("memory", Map.of("kustomer", memory, "with a leak", leak));
            text.append(Markdown.memory(memory, leak));
            Map<String, Map<String, List<EngineRounds.Round>>> instances =
                    new EngineRounds(url, options.isSmoke() ? 1 : 5, options.isSmoke() ? 200 : 1000).run();
            report.put("instances", instances);
            text.append(Markdown.instances(instances));
            return memory.isFlat() && !leak.isFlat();
        }
    }

    private static Map<ContenderKind, StartUpMeasurement.Cost> startUp(URI url, int starts) throws Exception {
        Map<ContenderKind, StartUpMeasurement.Cost> costs = new EnumMap<>(ContenderKind.class);
        for (ContenderKind kind : ContenderKind.values()) {
            costs.put(kind, StartUpMeasurement.of(url, kind, starts));
        }
        return costs;
    }
}

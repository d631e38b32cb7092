package io.github.kustomerconnector.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The benchmark as a program. Writes {@code results.json} and {@code results.md} into {@code target/benchmark}, and the picture
 * {@code docs/images/benchmark.svg} unless {@code --smoke} is given.
 */
public final class BenchmarkMain {

    private static final Path FOLDER = Path.of("target", "benchmark");
    private static final Path PICTURE = Path.of("docs", "images", "benchmark.svg");

    private BenchmarkMain() {}

    /** The entry point; for the options see {@link BenchmarkOptions}. */
    public static void main(String[] arguments) throws Exception {
        BenchmarkOptions choice = BenchmarkOptions.of(System.getProperty("benchmark.args", ""));
        Files.createDirectories(FOLDER);
        System.setProperty("jmh.executor", "CUSTOM");
        System.setProperty("jmh.executor.class", CallerThreads.class.getName());
        System.setProperty("jmh.ignoreLock", "true");
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("when", Instant.now().toString());
        report.put("surroundings", BenchmarkEnvironment.known());
        StringBuilder text = new StringBuilder(BenchmarkEnvironment.line()).append("\n\n");
        if (choice.measuresCalls()) {
            List<Result> results = calls(choice);
            report.put("calls", results);
            Markdown tables = new Markdown(results);
            text.append(tables.ratios()).append('\n').append(tables.figures()).append('\n');
            if (choice.draws()) {
                Files.writeString(PICTURE, new Plot(results).svg(BenchmarkEnvironment.line()));
            }
        }
        boolean isSound = true;
        if (choice.measuresEngine()) {
            isSound = whole(choice, report, text);
        }
        new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(FOLDER.resolve("results.json").toFile(), report);
        Files.writeString(FOLDER.resolve("results.md"), text);
        System.out.println(text);
        // The engine's and the clients' threads would keep the process alive.
        System.exit(isSound ? 0 : 1);
    }

    private static List<Result> calls(BenchmarkOptions choice) throws Exception {
        try (Server server = Server.start(FOLDER)) {
            return new Rounds(server, choice.rounds(), choice.turn(), choice.warmUps())
                    .of(choice.scenarios());
        }
    }

    /** Start-up, memory and whole instances; false if memory is not flat. */
    private static boolean whole(BenchmarkOptions choice, Map<String, Object> report, StringBuilder text) throws Exception {
        try (Server server = Server.start(FOLDER)) {
            Scenario plain = new Scenario(Protocol.HTTP, 1, false, 0);
            URI url = server.url("whole", plain);
            int starts = choice.isSmoke() ? 1 : 5;
            Map<Party, StartUp.Cost> costs = new EnumMap<>(Party.class);
            for (Party party : Party.values()) {
                costs.put(party, StartUp.of(url, party, starts));
            }
            report.put("start-up", costs);
            text.append(Markdown.startUp(costs));
            MemoryCheck.Finding memory = MemoryCheck.of(Contenders.kustomer(url));
            MemoryCheck.Finding leak = MemoryCheck.ofLeak(Contenders.kustomer(url));
            report.put("memory", Map.of("kustomer", memory, "with a leak", leak));
            text.append(String.format(
                    Locale.ROOT,
                    "Memory: %,d bytes more in use after %,d calls (%s); with a leak of 100 bytes a call planted %,d (%s)%n%n",
                    memory.grown(),
                    memory.calls(),
                    memory.isFlat() ? "flat" : "NOT FLAT",
                    leak.grown(),
                    leak.isFlat() ? "NOT FOUND" : "found"));
            Map<String, Map<String, List<EngineRounds.Round>>> instances =
                    new EngineRounds(url, choice.isSmoke() ? 1 : 5, choice.isSmoke() ? 200 : 1000).run();
            report.put("instances", instances);
            text.append(Markdown.instances(instances));
            return memory.isFlat() && !leak.isFlat();
        }
    }
}

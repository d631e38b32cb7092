package io.github.kustomerconnector.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The benchmark as a program. Writes {@code results.json} and {@code results.md} into {@code target/benchmark}, and the picture
 * {@code docs/images/benchmark.svg} unless {@code --smoke} is given.
 */
public final class BenchmarkMain {

    private static final Path FOLDER = Path.of("target", "benchmark");
    private static final Path PICTURE = Path.of("docs", "images", "benchmark.svg");

    private BenchmarkMain() {}

    /** The entry point; for the options see {@link Choice}. */
    public static void main(String[] arguments) throws Exception {
        Choice choice = Choice.of(System.getProperty("benchmark.args", ""));
        Files.createDirectories(FOLDER);
        System.setProperty("jmh.executor", "CUSTOM");
        System.setProperty("jmh.executor.class", CallerThreads.class.getName());
        System.setProperty("jmh.ignoreLock", "true");
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("when", Instant.now().toString());
        report.put("surroundings", Surroundings.known());
        StringBuilder text = new StringBuilder(Surroundings.line()).append("\n\n");
        if (choice.measuresCalls()) {
            List<Result> results = calls(choice);
            report.put("calls", results);
            Markdown tables = new Markdown(results);
            text.append(tables.ratios()).append('\n').append(tables.figures()).append('\n');
            if (choice.draws()) {
                Files.writeString(PICTURE, new Plot(results).svg(Surroundings.line()));
            }
        }
        new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(FOLDER.resolve("results.json").toFile(), report);
        Files.writeString(FOLDER.resolve("results.md"), text);
        System.out.println(text);
        // The engine's and the clients' threads would keep the process alive.
        System.exit(0);
    }

    private static List<Result> calls(Choice choice) throws Exception {
        try (Server server = Server.start(FOLDER)) {
            return new Rounds(server, choice.rounds(), choice.turn(), Duration.ofSeconds(choice.draws() ? 4 : 2))
                    .of(choice.scenarios());
        }
    }
}

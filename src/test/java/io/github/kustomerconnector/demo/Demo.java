package io.github.kustomerconnector.demo;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs a process with Kustomer connectors on a real engine and a real connector runtime, all in this JVM.
 *
 * <p>Exit status: 0 if every instance completed, 1 if not, 2 for invalid options or an incomplete environment, 3 if the demo
 * itself failed.
 */
public final class Demo {
    private Demo() {}

    /** Runs the demo. Options are the arguments and the system property {@code demo.args}, separated by spaces. */
    public static void main(String[] arguments) {
        List<String> words = Stream.concat(
                        Stream.of(arguments),
                        Stream.of(System.getProperty("demo.args", "").split("\\s+")))
                .filter(word -> !word.isBlank())
                .toList();
        int status = 1;
        try {
            status = run(words, System.getenv(), System.out);
            mark(System.getProperty("demo.failed", ""), status);
        } catch (IOException | RuntimeException e) {
            System.err.println("The demo itself failed: " + e);
            // Not one of the expected statuses, so that the build fails without the file.
            status = 3;
        }
        // Exit, because the engine's threads would keep the JVM alive.
        System.exit(status);
    }

    /** Creates the file if the run failed, and deletes that of an earlier run. The build reads it. */
    static void mark(String file, int status) throws IOException {
        if (!file.isEmpty()) {
            Files.deleteIfExists(Path.of(file));
            if (status != 0) {
                Files.createFile(Path.of(file));
            }
        }
    }

    /** Returns the exit status. */
    static int run(List<String> words, Map<String, String> environment, PrintStream out) throws IOException {
        if (words.contains(Options.HELP)) {
            out.println(Options.USAGE);
            return 0;
        }
        Options options;
        RunSettings settings;
        Target target;
        try {
            options = Options.parse(words);
            settings = RunSettings.of(options);
            target = Target.of(environment);
            EventRun.check(settings, target);
            check(options, target);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(Options.USAGE);
            return 2;
        }
        try (target) {
            out.printf("Starting the Zeebe engine and the connector runtime, with %s ...%n", target.description());
            target.page().ifPresent(page -> out.println("Its page: " + page));
            Stay stay = options.stay()
                    ? Stay.untilEnter(System.in, out, target.page().orElseThrow())
                    : Stay.NONE;
            try (EmbeddedCamunda camunda = EmbeddedCamunda.start(settings(target))) {
                boolean completed = EventRun.isFor(settings.model())
                        ? EventRun.of(camunda, target, settings, out).run(stay)
                        : new DemoRun(camunda, target, settings, out).run(stay);
                return completed ? 0 : 1;
            }
        }
    }

    private static void check(Options options, Target target) {
        if (options.stay() && target.page().isEmpty()) {
            throw new IllegalArgumentException("--stay needs the simulated Kustomer");
        }
    }

    private static Map<String, String> settings(Target target) {
        return Map.of(
                // Off, because the engine logs the stack trace of a process that it refuses.
                "logging.level.io.camunda.zeebe",
                "OFF",
                EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_API_KEY",
                target.apiKey(),
                EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_BASE_URL",
                target.baseUrl());
    }
}

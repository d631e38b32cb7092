package io.github.kustomerconnector.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A JVM that a test starts. Its output goes to a file in {@code target/crash}. It ends with the test's JVM at the
 * latest.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "crash");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a JVM. Its standard input ends when the test's JVM ends.
     *
     * @param name of the output file, before a number
     * @param classPath passed in the environment, because command lines have a maximum length
     */
    public static ChildProcess start(
            String name, String classPath, Map<String, String> environment, List<String> arguments) {
        Path output = FOLDER.resolve("%s-%s.log".formatted(name, COUNT.incrementAndGet()));
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx512m",
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        java.command().addAll(arguments);
        java.environment().put("CLASSPATH", classPath);
        java.environment().putAll(environment);
        try {
            Files.createDirectories(FOLDER);
            return new ChildProcess(java.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a main class with the class path of this JVM. */
    static ChildProcess start(String name, Map<String, String> environment, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(main.getName()));
        command.addAll(List.of(arguments));
        return start(name, System.getProperty("java.class.path"), environment, command);
    }

    /**
     * Waits until the process has printed a line with the given beginning.
     *
     * @return the rest of that line
     * @throws AssertionError if the process has ended
     */
    public String await(String beginning) {
        return Awaitility.await(output + " with the line '" + beginning + "'")
                .atMost(EmbeddedCamunda.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> lineOrEnd(beginning), Optional::isPresent)
                .orElseThrow();
    }

    /** The rest of the first line with the given beginning; empty if there is none. */
    Optional<String> line(String beginning) {
        try (var lines = Files.lines(output, UTF_8)) {
            return lines.filter(line -> line.startsWith(beginning))
                    .map(line -> line.substring(beginning.length()).strip())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line to the process. */
    void tell(String line) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((line + "\n").getBytes(UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    void assertAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("The process ended with %s: see %s".formatted(process.exitValue(), output));
        }
    }

    /** Kills the process (SIGKILL) and waits until it has ended. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(EmbeddedCamunda.PATIENCE);
    }

    /** Closes the input of the process, so that it ends itself; kills it if it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The process has already ended.
        }
        if (!awaitEnd(GRACE)) {
            kill();
        }
    }

    private Optional<String> lineOrEnd(String beginning) {
        boolean ended = !process.isAlive();
        Optional<String> line = line(beginning);
        if (line.isEmpty() && ended) {
            assertAlive();
        }
        return line;
    }

    private boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

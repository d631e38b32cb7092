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

/** A JVM that a test has started; what it prints is in a file under {@code target/crash}. It ends at the latest with the test's JVM. */
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
     * Starts a JVM that sees the end of its standard input when the test's JVM ends.
     *
     * @param name what the output file is called, beside a number
     * @param classPath put into the environment, since command lines have a limit
     */
    public static ChildProcess start(
            String name, String classPath, Map<String, String> environment, List<String> arguments) {
        Path output = FOLDER.resolve("%s-%d.log".formatted(name, COUNT.incrementAndGet()));
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

    /** Starts a class with the class path of this JVM. */
    static ChildProcess start(String name, Map<String, String> environment, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(main.getName()));
        command.addAll(List.of(arguments));
        return start(name, System.getProperty("java.class.path"), environment, command);
    }

    /**
     * Waits until the process has printed a line with such a beginning.
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

    /** The rest of the first line with such a beginning. */
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

    void assertAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("The process ended with %d: see %s".formatted(process.exitValue(), output));
        }
    }

    /** Ends the process as a power cut would (SIGKILL), and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(EmbeddedCamunda.PATIENCE);
    }

    /** Ends the input of the process, which then ends itself; kills it if it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
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

package io.github.kustomerconnector.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs {@link StartUpMain} in new JVMs and reads the figures that it prints. */
final class StartUpMeasurement {

    private StartUpMeasurement() {}

    /**
     * The cost of a new JVM.
     *
     * @param instantiation milliseconds to instantiate all connectors
     * @param firstCall milliseconds of the first call
     * @param classes the number of classes that the first call loads
     */
    record Cost(double instantiation, double firstCall, double classes) {}

    /** The medians of {@code starts} starts. */
    static Cost of(URI url, ContenderKind kind, int starts) throws IOException, InterruptedException {
        List<double[]> runs = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            ProcessBuilder java = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+IgnoreUnrecognizedVMOptions",
                            "--sun-misc-unsafe-memory-access=allow",
                            StartUpMain.class.getName(),
                            url.toString(),
                            kind.name())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            Process process = java.start();
            String line = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("a start exited with code " + process.exitValue());
            }
            runs.add(Stream.of(line.lines().toList().getLast().split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
        return new Cost(median(runs, 0), median(runs, 1), median(runs, 2));
    }

    private static double median(List<double[]> runs, int figure) {
        double[] sorted =
                runs.stream().mapToDouble(line -> line[figure]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

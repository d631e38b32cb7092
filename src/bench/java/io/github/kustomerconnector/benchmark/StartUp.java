package io.github.kustomerconnector.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@link StartUpMain} in JVMs of their own, and what they tell. */
final class StartUp {

    private StartUp() {}

    /** @param made milliseconds to make the connectors */
    record Cost(double made, double firstCall, double classes) {}

    /** The medians of some starts. */
    static Cost of(URI url, Party party, int starts) throws IOException, InterruptedException {
        List<double[]> told = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            ProcessBuilder java = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:+IgnoreUnrecognizedVMOptions",
                            "--sun-misc-unsafe-memory-access=allow",
                            StartUpMain.class.getName(),
                            url.toString(),
                            party.name())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            Process process = java.start();
            String line = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("a start ended with " + process.exitValue());
            }
            told.add(Stream.of(line.lines().toList().getLast().split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
        return new Cost(median(told, 0), median(told, 1), median(told, 2));
    }

    private static double median(List<double[]> told, int figure) {
        double[] sorted = told.stream().mapToDouble(line -> line[figure]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

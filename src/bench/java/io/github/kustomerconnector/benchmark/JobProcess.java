package io.github.kustomerconnector.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@link JobMain} in a JVM of its own, with a heap of 512 MB. */
final class JobProcess implements AutoCloseable {

    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

    private JobProcess(Process process) {
        this.process = process;
        commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts the process.
     *
     * @param jar the jar of another build; empty for the classes of this build
     */
    static JobProcess start(JobTask job, Optional<Path> jar) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--sun-misc-unsafe-memory-access=allow",
                        JobMain.class.getName(),
                        job.connector())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        java.environment().put("CLASSPATH", classPath(jar));
        JobProcess started = new JobProcess(java.start());
        started.commands.println(job.task());
        return started;
    }

    /** The figures that the process prints for a command. */
    double[] figures(String command) throws IOException {
        commands.println(command);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("the measured process has ended");
        }
        return Arrays.stream(answer.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }

    /** The class path of this JVM, with the jar in place of the classes of this build. */
    private static String classPath(Optional<Path> jar) {
        String all = System.getProperty("java.class.path");
        return jar.map(path -> Arrays.stream(all.split(File.pathSeparator, -1))
                        .map(entry -> isThisBuild(entry) ? path.toString() : entry)
                        .collect(Collectors.joining(File.pathSeparator)))
                .orElse(all);
    }

    private static boolean isThisBuild(String entry) {
        return new File(entry, "io/github/kustomerconnector/connector/KustomerConnector.class").exists();
    }
}

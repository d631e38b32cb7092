package io.github.kustomerconnector.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link ServerMain} in a separate process. */
final class Server implements AutoCloseable {

    private static final String PASSWORD = "benchmark";

    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;
    private final Map<String, Integer> ports = new HashMap<>();

    private Server(Process process) {
        this.process = process;
        this.commands = new PrintWriter(process.getOutputStream(), true, UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Starts the server and makes this JVM trust its certificate. */
    static Server start(Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12").toAbsolutePath();
        if (!Files.exists(keys)) {
            run(
                    "keytool",
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-validity",
                    "3650",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    keys.toString(),
                    "-storepass",
                    PASSWORD);
        }
        Path certificate = folder.resolve("certificate.pem").toAbsolutePath();
        Path trust = folder.resolve("trust.p12").toAbsolutePath();
        if (!Files.exists(trust)) {
            run(
                    "keytool",
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    "server",
                    "-keystore",
                    keys.toString(),
                    "-storepass",
                    PASSWORD,
                    "-file",
                    certificate.toString());
            run(
                    "keytool",
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    "server",
                    "-file",
                    certificate.toString(),
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    trust.toString(),
                    "-storepass",
                    PASSWORD);
        }
        System.setProperty("javax.net.ssl.trustStore", trust.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        ProcessBuilder java = new ProcessBuilder(
                        tool("java"),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        ServerMain.class.getName(),
                        keys.toString(),
                        PASSWORD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new Server(java.start());
    }

    /** The base URL for one contender in a scenario. */
    URI url(String contender, Scenario scenario) {
        int port = ports.computeIfAbsent(
                contender,
                unused -> Integer.parseInt(send("open " + scenario.protocol().name() + " " + scenario.latency())));
        return URI.create(scenario.protocol().scheme() + "://127.0.0.1:" + port);
    }

    /** The counts at the contender's URL so far. */
    ConnectionCounts counts(URI url) {
        return ConnectionCounts.of(send("counts " + url.getPort()));
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }

    private synchronized String send(String command) {
        commands.println(command);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the server has ended");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst(tool(tool));
        int exitCode = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(tool + " exited with code " + exitCode);
        }
    }
}

package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The packaged simulator, started as a user starts it. */
final class SimulatorJarIT {

    private static final Path JAR = Path.of(System.getProperty("simulator.jar"));
    private static final long LARGEST = 3_000_000;

    @Test
    void is_not_larger_than_the_limit() throws IOException {
        assertThat(new PackagedJar(JAR).size()).isBetween(500_000L, LARGEST);
    }

    @Test
    void is_a_module_with_a_name() {
        assertThat(new PackagedJar(JAR).moduleName()).isEqualTo("io.github.kustomerconnector.simulator");
    }

    /** A user's validator of another version would read its messages from here. */
    @Test
    void contains_the_messages_of_its_validator_below_its_own_package() throws IOException {
        assertThat(new PackagedJar(JAR).files())
                .contains("io/github/kustomerconnector/lib/jsv-messages.properties")
                .doesNotContain("jsv-messages.properties");
    }

    @Test
    void contains_only_the_simulator_its_contract_and_its_libraries() throws IOException {
        List<String> files = new PackagedJar(JAR).files();

        assertThat(files)
                .contains("io/github/kustomerconnector/simulator/KustomerTest.class", "contract/live.json")
                .anyMatch(name -> name.startsWith("io/github/kustomerconnector/lib/jackson/"))
                .allMatch(name -> name.matches(
                        "io/github/kustomerconnector/(simulator|lib)/.*|contract/.*|page/.*|META-INF/.*|draft[-/].*"
                                + "|leap_second_dates\\.csv"));
    }

    /** Jackson and the validator have the Apache licence, SLF4J has the MIT licence. Both ask for a copy. */
    @Test
    void contains_the_licences_of_its_libraries() throws IOException {
        PackagedJar jar = new PackagedJar(JAR);

        assertThat(jar.text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
        assertThat(jar.text("META-INF/LICENSE.txt")).contains("QOS.ch", "Permission is hereby granted");
    }

    @Test
    void refers_to_no_library_that_it_does_not_contain() throws IOException {
        assertThat(new PackagedJar(JAR).namedClasses())
                .noneMatch(name -> name.startsWith("com/fasterxml/") || name.startsWith("com/networknt/"));
    }

    @Test
    void users_see_only_the_documented_types() throws IOException {
        assertThat(new PackagedJar(JAR).publicTypes())
                .filteredOn(name -> !name.startsWith("io.github.kustomerconnector.lib."))
                .containsExactlyElementsOf(SimulatorApi.TYPES);
    }

    @Test
    void starts_and_answers_creates() throws IOException, InterruptedException {
        long before = System.nanoTime();
        Process process = start("--port=0");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String url = process.inputReader().readLine();
            long started = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
            System.out.println("The simulator's jar prints its URL after " + started + " ms");

            HttpResponse<String> created = post(client, url + "/v1/customers", "{\"name\": \"Ada\"}");
            HttpResponse<String> refused = post(client, url + "/v1/conversations", "{}");

            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.body()).contains("\"name\":\"Ada\"");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Missing required property: customer");
            assertThat(process.inputReader().readLine()).isEqualTo("API key: " + KustomerSimulator.API_KEY);
        } finally {
            process.destroyForcibly();
        }
    }

    private static HttpResponse<String> post(HttpClient client, String url, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofMinutes(1))
                        .header("Authorization", "Bearer " + KustomerSimulator.API_KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void prints_its_options() throws IOException, InterruptedException {
        Process process = start("--help");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("--port=N", "--world=FILE", "--listen=HOST");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void refuses_an_unknown_option() throws IOException, InterruptedException {
        Process process = start("--prot=8090");

        assertThat(process.errorReader().readLine()).isEqualTo("unknown option: --prot=8090; --help lists the options");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }
}

package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorMainTest {

    @Test
    void custom_attributes_are_an_option() throws IOException, InterruptedException {
        Process process = start("--custom-attributes=customer.planStr, customer.seatsNum,conversation.orderStr");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String url = process.inputReader().readLine();

            assertThat(create(client, url, "{\"custom\": {\"planStr\": \"gold\", \"seatsNum\": 2}}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(create(client, url, "{\"custom\": {\"orderStr\": \"7\"}}")
                            .statusCode())
                    .isEqualTo(400);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void runs_as_a_process_until_its_input_ends() throws IOException, InterruptedException {
        Process process = start("--rate-limit=7", "--dialect=requested", "--port=0");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String url = process.inputReader().readLine();

            HttpResponse<String> response = create(client, url, "{}");
            process.outputWriter().close();

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("x-ratelimit-limit")).hasValue("7");
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void starts_with_the_records_of_a_world(@TempDir Path folder) throws IOException, InterruptedException {
        Path world = Files.writeString(folder.resolve("world.json"), "{\"customers\": [{\"externalId\": \"C-1\"}]}");
        Process process = start("--world=" + world);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String url = process.inputReader().readLine();

            assertThat(create(client, url, "{\"externalId\": \"C-1\"}").statusCode())
                    .isEqualTo(409);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Two writes of a large reply without TCP_NODELAY cost 40 ms, because the second waits for a delayed ACK. */
    @Test
    void a_large_reply_takes_no_longer_than_its_transfer() throws IOException, InterruptedException {
        Process process = start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String url = process.inputReader().readLine();
            String body = "{\"custom\": {\"noteTxt\": \"%s\"}}".formatted("x".repeat(20_000));
            List<Duration> times = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Instant before = Instant.now();
                assertThat(create(client, url, body).statusCode()).isEqualTo(201);
                times.add(Duration.between(before, Instant.now()));
            }

            // A new connection acknowledges its first segments immediately. A busy machine makes some replies late.
            List<Duration> later = times.subList(30, 60).stream().sorted().toList();
            assertThat(later.get(5)).isLessThan(Duration.ofMillis(30));
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--world=none.json, cannot read the file of --world: none.json",
        "--prot=1, unknown option: --prot=1",
        "--custom-attributes=client.planStr, customAttributes.client: there is no such kind",
        "--custom-attributes=customer.plan, customAttributes.customer: the name \"plan\" has no type"
    })
    void ends_with_status_2_on_wrong_use(String option, String message) throws IOException, InterruptedException {
        Process process = builder(option).start();

        assertThat(process.errorReader().readLine()).startsWith(message);
        assertThat(process.waitFor()).isEqualTo(2);
    }

    /** PowerShell writes the output of a command as UTF-16. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-16LE | {} | is not UTF-8 text",
                "UTF-8 | {\"customers\": [{\"nick\": \"x\"}]} | : customers[0].nick: Additional properties not allowed",
                "UTF-8 | {\"customers\": [ | : not JSON: Unexpected end-of-input"
            })
    void names_the_file_of_a_wrong_world(String charset, String json, String message, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path world = Files.write(folder.resolve("world.json"), ("\uFEFF" + json).getBytes(Charset.forName(charset)));
        Process process = builder("--world=" + world).start();

        assertThat(process.errorReader().readLine())
                .startsWith(world.toString())
                .contains(message);
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void names_a_port_that_is_in_use() throws IOException, InterruptedException {
        try (KustomerSimulator other = KustomerSimulator.start()) {
            Process process = builder("--port=" + other.baseUrl().getPort()).start();

            assertThat(process.errorReader().readLine())
                    .startsWith("cannot listen on 127.0.0.1:" + other.baseUrl().getPort());
            assertThat(process.waitFor()).isEqualTo(2);
        }
    }

    private static Process start(String... options) throws IOException {
        return builder(options).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static ProcessBuilder builder(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command);
    }

    private static HttpResponse<String> create(HttpClient client, String url, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + "/v1/customers"))
                        .header("Authorization", "Bearer " + KustomerSimulator.API_KEY)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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

    private static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
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

package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A simulator behind another port, as in a container or behind a tunnel. The client cannot reach its own port. */
final class MappedPortTest {

    private static final String FILE = "{\"name\": \"a.txt\", \"contentType\": \"text/plain\", \"contentLength\": 5}";

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @AutoClose
    private final Relay mapped = new Relay(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), simulator.baseUrl().getPort()));

    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    private final String url = "http://127.0.0.1:" + mapped.port();

    @BeforeEach
    void start() {
        mapped.start();
    }

    @Test
    void a_file_is_uploaded_to_the_address_of_the_client() throws IOException, InterruptedException {
        assertThat(uploadUrl(announce())).isEqualTo(url + "/uploads");
    }

    @Test
    void a_file_is_fetched_from_the_address_of_the_client() throws IOException, InterruptedException {
        String file = simulator.seedFile("{\"name\": \"a.txt\", \"contentType\": \"text/plain\"}", new byte[] {1, 2});
        String customer = simulator.seedCustomer("{}");
        String message = simulator.seedRecord(
                "message", "{\"customer\": \"%s\", \"attachments\": [{\"_id\": \"%s\"}]}".formatted(customer, file));

        JsonNode attachment = json(request("/v1/messages/%s/attachments/%s".formatted(message, file)));
        String address = attachment.at("/data/links/related").asText();

        assertThat(address).startsWith(url + "/uploads/");
        assertThat(http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray())
                        .body())
                .containsExactly(1, 2);
    }

    @Test
    void a_proxy_with_tls_is_named_with_https() throws IOException, InterruptedException {
        assertThat(uploadUrl(announce().header("X-Forwarded-Proto", "https")))
                .isEqualTo("https://127.0.0.1:%s/uploads".formatted(mapped.port()));
    }

    @Test
    void a_setting_has_precedence() throws IOException, InterruptedException {
        simulator.settings().uploadUrl("https://files.example.org/");

        assertThat(uploadUrl(announce())).isEqualTo("https://files.example.org/");
    }

    private HttpRequest.Builder announce() {
        return request("/v1/attachments")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(FILE));
    }

    private String uploadUrl(HttpRequest.Builder announced) throws IOException, InterruptedException {
        return json(announced).at("/meta/upload/url").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + KustomerSimulator.API_KEY);
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return Json.parse(response.body());
    }
}

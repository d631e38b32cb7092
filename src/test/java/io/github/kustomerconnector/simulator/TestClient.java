package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** An HTTP client for the tests of the simulator. */
final class TestClient implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final KustomerSimulator simulator;
    private final String key;

    TestClient(KustomerSimulator simulator) {
        this(simulator, KustomerSimulator.API_KEY);
    }

    TestClient(KustomerSimulator simulator, String key) {
        this.simulator = simulator;
        this.key = key;
    }

    HttpResponse<String> get(String path) throws IOException {
        return send("GET", path, "");
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException {
        return send(HttpRequest.newBuilder(simulator.baseUrl().resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    /** A GET whose body is returned as it was sent. */
    HttpResponse<byte[]> bytes(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(simulator.baseUrl().resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + key)
                .build();
        return send(request, BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.parse(response.body());
    }

    static JsonNode error(HttpResponse<String> response) {
        return json(response).at("/errors/0");
    }

    static String id(HttpResponse<String> response) {
        return json(response).at("/data/id").asText();
    }
}

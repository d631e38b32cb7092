package io.github.kustomerconnector.benchmark;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * The lower bound of a create job: a connector that binds the variables, sends one request and reads the id. It checks
 * nothing, so what it costs is the cost of the runtime with its two expressions and of the HTTP client.
 */
@OutboundConnector(name = "Bare", type = "benchmark:bare:1", inputVariables = BareConnector.ROOT)
public final class BareConnector implements OutboundConnectorFunction {

    static final String ROOT = "bare";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CREATED = 201;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    record Inputs(Task bare) {}

    record Task(String apiKey, URI url, JsonNode body) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(Data data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(String id) {}

    @Override
    public Object execute(OutboundConnectorContext context) throws IOException, InterruptedException {
        Task task = context.bindVariables(Inputs.class).bare();
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(task.url())
                .header("Authorization", "Bearer " + task.apiKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(task.body())))
                .build());
        if (response.statusCode() != CREATED) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        return Map.of(
                "id", MAPPER.readValue(response.body(), Answer.class).data().id());
    }

    /** Sends once more after an exception, because the server may have just closed the pooled connection. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException race) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}

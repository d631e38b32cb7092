package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.connector.FlatInputs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A connector that is unsafe on purpose. It repeats an unanswered create with a new external id and without a
 * look-up.
 */
final class BlindRetryConnector implements OutboundConnectorFunction {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Object execute(OutboundConnectorContext context) throws IOException, InterruptedException {
        JsonNode variables =
                FlatInputs.containers(JSON.readTree(context.getJobContext().getVariables()));
        RecordKind kind = variables.has("customer") ? RecordKind.CUSTOMER : RecordKind.CONVERSATION;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = http.send(request(variables, kind), BodyHandlers.ofString());
                return Map.of("id", id(answer), "outcome", "created");
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static String id(HttpResponse<String> answer) throws IOException {
        String id = JSON.readTree(answer.body()).at("/data/id").asText();
        if (answer.statusCode() / 100 != 2 || id.isEmpty()) {
            throw new IOException("status " + answer.statusCode());
        }
        return id;
    }

    private static HttpRequest request(JsonNode variables, RecordKind kind) {
        ObjectNode body = variables.path(kind.container()).deepCopy();
        body.put("externalId", UUID.randomUUID().toString());
        return HttpRequest.newBuilder(URI.create(variables.at("/server/baseUrl").asText() + kind.path()))
                .timeout(Duration.ofSeconds(1))
                .header(
                        "Authorization",
                        "Bearer " + variables.at("/authentication/apiKey").asText())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }
}

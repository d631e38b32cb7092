package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.connector.FlatInputs;
import io.github.kustomerconnector.connector.JobRunner;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connectors that are broken on purpose must break an invariant of the campaign of the writes. */
final class PlantedWriteFaultTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void the_campaign_reports_a_connector_that_does_nothing(WriteOperation operation) {
        OutboundConnectorFunction nothing = context -> Map.of("id", "5f0000000000000000000bad", "outcome", "updated");

        for (String variant : operation.variants()) {
            WriteResult result = WriteResult.of(WriteScenario.plain(operation, variant), new Broken(nothing));

            assertThat(result.broken()).as(variant).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_campaign_reports_a_connector_that_fails(WriteOperation operation) {
        OutboundConnectorFunction failing = context -> {
            throw new IllegalStateException("gave up");
        };

        for (String variant : operation.variants()) {
            WriteResult result = WriteResult.of(WriteScenario.plain(operation, variant), new Broken(failing));

            assertThat(result.broken()).as(variant).anyMatch(text -> text.startsWith("failed with "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_product_breaks_no_invariant_without_faults(WriteOperation operation) {
        for (String variant : operation.variants()) {
            WriteResult result = WriteResult.of(WriteScenario.plain(operation, variant), new KustomerContender());

            assertThat(result.broken()).as(variant).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTER_WEBHOOK, absent,       /v1/outbound-webhooks, '{\"name\": \"x\", \"url\": \"https://camunda.example.org/inbound/0000000000000001\", \"events\": [\"kustomer.tag.create\"]}'",
        "CREATE_NOTE,    automatic,       /v1/conversations/%s/notes,    '{\"body\": \"x\"}'",
        "CREATE_MESSAGE, automatic,       /v1/conversations/%s/messages, '{\"channel\": \"sms\", \"app\": \"x\"}'",
        "CREATE_MESSAGE, automatic opens, /v1/customers/%s/messages,     '{\"channel\": \"sms\", \"app\": \"x\"}'",
        "SEND_MESSAGE,   neither,         /v1/customers/%s/drafts,       '{\"channel\": \"sms\", \"body\": \"x\", \"sendAt\": \"2026-01-01T00:00:00Z\"}'"
    })
    void the_campaign_reports_a_connector_that_repeats_creates(
            WriteOperation operation, String variant, String path, String body) {
        WriteScenario lost = WriteScenario.plain(operation, variant)
                .with(
                        List.of(new PlannedFault(Fault.htmlError(Step.AFTER_STORING), FaultTarget.CREATE, 0, 1)),
                        List.of(new Delivery(0, false)));

        WriteResult result = WriteResult.of(
                lost, new Broken(context -> posted(context.getJobContext().getVariables(), path, body)));

        assertThat(result.duplicates()).isPositive();
        assertThat(result.broken()).anyMatch(text -> text.startsWith("duplicates: "));
    }

    @Test
    void the_campaign_reports_a_connector_that_changes_another_record() {
        OutboundConnectorFunction deleting = context -> {
            JsonNode inputs =
                    FlatInputs.containers(JSON.readTree(context.getJobContext().getVariables()));
            String customers = inputs.at("/server/baseUrl").asText() + "/v1/customers/";
            JsonNode eve = send(request(customers + "externalId=eve", inputs).GET());
            send(request(customers + eve.at("/data/id").asText(), inputs).DELETE());
            send(request(customers + inputs.at("/target/id").asText(), inputs).DELETE());
            return Map.of("id", inputs.at("/target/id").asText(), "outcome", "deleted");
        };

        WriteResult result =
                WriteResult.of(WriteScenario.plain(WriteOperation.DELETE_CUSTOMER, "existing"), new Broken(deleting));

        assertThat(result.broken()).containsExactly("another record was changed or is missing");
    }

    @Test
    void the_same_seed_gives_the_same_scenario() {
        List<WriteScenario> scenarios = WriteCampaign.scenarios(7, 80, List.of(WriteOperation.values()));

        assertThat(scenarios)
                .hasToString(WriteCampaign.scenarios(7, 80, List.of(WriteOperation.values()))
                        .toString());
        assertThat(scenarios).extracting(WriteScenario::operation).contains(WriteOperation.values());
    }

    /** Sends a create until it succeeds. */
    private static Map<String, String> posted(String variables, String path, String body) throws IOException {
        JsonNode inputs = FlatInputs.containers(JSON.readTree(variables));
        String parent = inputs.at("/note/conversation").asText()
                + inputs.at("/message/conversation").asText()
                + inputs.at("/message/customer").asText()
                + inputs.at("/draft/customer").asText();
        while (true) {
            JsonNode answer = send(request(inputs.at("/server/baseUrl").asText() + path.formatted(parent), inputs)
                    .POST(BodyPublishers.ofString(body)));
            if (answer.has("data")) {
                return Map.of("id", answer.at("/data/id").asText(), "outcome", "created");
            }
        }
    }

    private static HttpRequest.Builder request(String address, JsonNode inputs) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(1))
                .header(
                        "Authorization",
                        "Bearer " + inputs.at("/authentication/apiKey").asText())
                .header("Content-Type", "application/json");
    }

    /** The JSON of the answer; an empty object if it is not JSON. */
    private static JsonNode send(HttpRequest.Builder request) throws IOException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            String body = http.send(request.build(), BodyHandlers.ofString()).body();
            return body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A broken connector in every runtime. */
    private record Broken(JobRunner connector) implements Runtimes {

        Broken(OutboundConnectorFunction connector) {
            this(JobRunner.of(connector));
        }

        @Override
        public JobRunner runner(WriteOperation operation, int runtime) {
            return connector;
        }

        @Override
        public int mostPostsAtOnce(URI kustomer) {
            return 0;
        }

        @Override
        public void waited(Duration backOff) {}
    }
}

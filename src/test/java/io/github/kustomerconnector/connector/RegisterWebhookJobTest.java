package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.document.DocumentMetadata;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.camunda.connector.runtime.core.document.DocumentFactoryImpl;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegisterWebhookJobTest {
    private static final String URL = "https://camunda.example.org/inbound/kustomer";
    private static final String[] CONVERSATIONS = {
        "kustomer.conversation.create",
        "kustomer.conversation.update",
        "kustomer.message.create",
        "kustomer.message.update"
    };

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(RegisterWebhookConnector::new, kustomer);

    @AutoClose
    private final LogWatch log = LogWatch.open();

    @Test
    void the_result_expression_of_the_template_returns_the_webhook() {
        JsonNode variables = jobs.run(task()).completed().variables();

        assertThat(variables.path("webhookId")).isEqualTo(only().path("id"));
        assertThat(variables.path("webhookOutcome").asText()).isEqualTo("created");
        assertThat(variables.size()).isEqualTo(2);
    }

    @Test
    void creates_an_enabled_webhook_that_names_this_connector() {
        JsonNode result = jobs.result(task());

        JsonNode attributes = only().path("attributes");
        assertThat(attributes.path("url").asText()).isEqualTo(URL);
        assertThat(attributes.path("name").asText()).isEqualTo("Camunda");
        assertThat(attributes.path("enabled").asBoolean()).isTrue();
        assertThat(events(attributes)).containsExactlyInAnyOrder(CONVERSATIONS);
        assertThat(attributes.at("/headers/0/value").asText()).isEqualTo("camunda-8-connector-kustomer");
        assertThat(result.path("enabled").asBoolean()).isTrue();
        assertThat(result.path("url").asText()).isEqualTo(URL);
        assertThat(events(result)).containsExactlyInAnyOrder(CONVERSATIONS);
        assertThat(methods()).containsExactly("GET", "POST", "GET");
    }

    @Test
    void invisible_characters_of_copied_texts_are_removed() {
        jobs.result(jobs.task()
                .with("webhook.url", "\u00A0" + URL + "\u200B")
                .with("webhook.choice", "chosen\u200B")
                .with("webhook.events", "conversation.create\u00A0, \u200Bmessage.create"));

        JsonNode attributes = only().path("attributes");
        assertThat(attributes.path("url").asText()).isEqualTo(URL);
        assertThat(events(attributes))
                .containsExactlyInAnyOrder("kustomer.conversation.create", "kustomer.message.create");
    }

    @Test
    void a_second_task_finds_the_webhook_and_writes_nothing() {
        jobs.result(task());

        JsonNode result = jobs.result(task().withElementInstanceKey(4712));

        assertThat(result.path("outcome").asText()).isEqualTo("existing");
        assertThat(methods()).containsExactly("GET", "POST", "GET", "GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://CAMUNDA.example.org/inbound/kustomer",
                "https://camunda.example.org:443/inbound/kustomer",
                "HTTPS://camunda.example.org/inbound/kustomer"
            })
    void another_spelling_of_the_address_is_the_same_webhook(String spelling) {
        kustomer.webhooks().register(spelling, CONVERSATIONS);

        assertThat(jobs.result(task()).path("outcome").asText()).isEqualTo("existing");
        assertThat(kustomer.webhooks().registered()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://camunda.example.org/inbound/Kustomer",
                "https://camunda.example.org/inbound/kustomer/",
                "https://camunda.example.org:8443/inbound/kustomer",
                "https://camunda.example.org/inbound/kustomer?a=b",
                "https://ada:secret@camunda.example.org/inbound/kustomer"
            })
    void another_address_is_another_webhook(String other) {
        kustomer.webhooks().register(other, CONVERSATIONS);

        assertThat(jobs.result(task()).path("outcome").asText()).isEqualTo("created");
        assertThat(kustomer.webhooks().registered()).hasSize(2);
    }

    @Test
    void enables_a_disabled_webhook_and_keeps_its_name_headers_and_token() {
        ObjectNode before = kustomer.webhooks().register(URL, CONVERSATIONS);
        kustomer.webhooks().disable(before.path("id").asText());

        JsonNode result = jobs.result(task());

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(result.path("enabled").asBoolean()).isTrue();
        assertThat(only().at("/attributes/enabled").asBoolean()).isTrue();
        for (String kept : List.of("name", "headers", "token", "url")) {
            assertThat(only().path("attributes").path(kept))
                    .isEqualTo(before.path("attributes").path(kept));
        }
    }

    @Test
    void changes_events_and_name() {
        kustomer.webhooks().register(URL, "kustomer.tag.create");

        JsonNode result = jobs.result(task().with("webhook.choice", "chosen")
                .with("webhook.events", "conversation.create, kustomer.user.update ,conversation.create")
                .with("webhook.name", "Production"));

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(events(only().path("attributes")))
                .containsExactly("kustomer.conversation.create", "kustomer.user.update");
        assertThat(only().at("/attributes/name").asText()).isEqualTo("Production");
    }

    @Test
    void refuses_a_sixth_webhook_and_says_what_to_do() {
        for (int i = 0; i < 5; i++) {
            kustomer.webhooks().register(URL + i, CONVERSATIONS);
        }

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message())
                .contains("there are 5 already, and Kustomer allows 5. Delete one in Kustomer: Settings > Platform"
                        + " > Outbound webhooks");
        assertThat(methods()).containsExactly("GET");
    }

    @Test
    void a_client_that_takes_the_last_place_in_between_leads_to_the_same_refusal() {
        for (int i = 0; i < 4; i++) {
            kustomer.webhooks().register(URL + i, CONVERSATIONS);
        }
        kustomer.beforeNextStore(request -> kustomer.webhooks().register(URL + 4, CONVERSATIONS));

        assertThat(jobs.failure(task()).message()).contains("there are 5 already, and Kustomer allows 5");
    }

    @Test
    void the_webhook_of_a_rival_runtime_that_is_older_stays_and_the_own_one_goes() {
        kustomer.beforeNextStore(request -> jobs.restarted().result(task()));

        JsonNode result = jobs.result(task());

        assertThat(result.path("id")).isEqualTo(only().path("id"));
        assertThat(result.path("outcome").asText()).isEqualTo("existing");
        assertThat(methods()).contains("DELETE");
    }

    @Test
    void a_second_webhook_that_a_person_made_for_a_new_token_stays() {
        jobs.result(task());
        String second =
                kustomer.webhooks().register(URL, CONVERSATIONS).path("id").asText();

        jobs.result(task().withElementInstanceKey(4712));

        assertThat(kustomer.webhooks().registered())
                .extracting(webhook -> webhook.path("id").asText())
                .hasSize(2)
                .contains(second);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void an_update_that_kustomer_does_not_know_names_the_assumption(int status) {
        kustomer.webhooks().register(URL, "kustomer.tag.create");
        String error = "{\"errors\": [{\"status\": %s, \"code\": \"x\", \"title\": \"No\"}]}".formatted(status);
        kustomer.inject(Fault.json(Step.AFTER_READING, status, error), RequestMatcher.method("PUT"), 1);

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).contains("PUT /v1/outbound-webhooks/{id}").contains("is an assumption");
    }

    @Test
    void an_update_without_a_body_is_read_in_the_list() {
        kustomer.webhooks().register(URL, "kustomer.tag.create");
        kustomer.inject(Fault.noContentWithLength(Step.AFTER_STORING, 0), RequestMatcher.method("PUT"), 1);
        RequestMatcher reads =
                request -> request.method().equals("GET") && request.path().matches(".*/[0-9a-f]{24}");
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), reads, 2);

        assertThat(jobs.result(task()).path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void a_lost_update_is_repeated_and_stays_updated() {
        kustomer.webhooks().register(URL, "kustomer.tag.create");
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);

        assertThat(jobs.failure(task().withRetries(3)).retries()).isEqualTo(2);
        assertThat(jobs.result(task().withRetries(2)).path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void neither_variables_nor_messages_nor_logs_contain_the_token() {
        JsonNode created = jobs.run(task().withHeader("resultVariable", "result"))
                .completed()
                .variables();
        String token = only().at("/attributes/token").asText();
        kustomer.inject(Fault.hugeBody(Step.AFTER_STORING, 3_000_000), RequestMatcher.any(), 1);
        JobEnding.Failed failed = jobs.failure(task().withRetries(3));

        assertThat(token).hasSizeGreaterThan(30);
        assertThat(created.toString()).doesNotContain(token);
        assertThat(failed.toString()).doesNotContain(token);
        assertThat(String.join("\n", log.lines("")))
                .contains("/v1/outbound-webhooks")
                .doesNotContain(token);
        assertThat(created.at("/result/tokenDocument").isNull()).isTrue();
    }

    @Test
    void a_task_that_asks_for_it_gets_the_token_as_a_document() throws Exception {
        JsonNode variables = jobs.run(
                        task().with("options.tokenDocument", "true").withHeader("resultVariable", "result"))
                .completed()
                .variables();

        String token = only().at("/attributes/token").asText();
        JsonNode reference = variables.at("/result/tokenDocument");
        assertThat(variables.toString()).doesNotContain(token);
        assertThat(reference.path("camunda.document.type").asText()).isEqualTo("camunda");
        assertThat(document(reference)).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.permission.outbound_webhook.read   | GET  | org.permission.outbound_webhook.read",
                "org.permission.outbound_webhook.update | PUT  | org.permission.outbound_webhook.update"
            })
    void a_missing_role_is_named(String missing, String method, String named) {
        kustomer.webhooks().register(URL, "kustomer.tag.create");
        Set<String> roles = new HashSet<>(Set.of(
                "org.permission.outbound_webhook.read",
                "org.permission.outbound_webhook.create",
                "org.permission.outbound_webhook.update"));
        roles.remove(missing);
        kustomer.addKey("eyJhbGciOiJIUzI1NiJ9.partial.key", roles);
        jobs.secret("KUSTOMER_API_KEY", "eyJhbGciOiJIUzI1NiJ9.partial.key");

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains(method).contains(named);
    }

    private static String document(JsonNode reference) throws Exception {
        DocumentFactoryImpl documents = new DocumentFactoryImpl(InMemoryDocumentStore.INSTANCE);
        return new String(
                documents
                        .resolve(new Reference(
                                reference.path("storeId").textValue(),
                                reference.path("documentId").asText(),
                                reference.path("contentHash").textValue()))
                        .asByteArray(),
                StandardCharsets.UTF_8);
    }

    private record Reference(
            @Nullable String storeId,
            String documentId,
            @Nullable String contentHash) implements CamundaDocumentReference {
        @Override
        public String getDocumentId() {
            return documentId;
        }

        @Override
        public @Nullable String getStoreId() {
            return storeId;
        }

        @Override
        public @Nullable String getContentHash() {
            return contentHash;
        }

        @Override
        public @Nullable DocumentMetadata getMetadata() {
            return null;
        }
    }

    private static List<String> events(JsonNode fields) {
        return fields.path("events").valueStream().map(JsonNode::asText).toList();
    }

    private List<String> methods() {
        return kustomer.requests().stream().map(RecordedRequest::method).toList();
    }

    private ObjectNode only() {
        assertThat(kustomer.webhooks().registered()).hasSize(1);
        return kustomer.webhooks().registered().getFirst();
    }

    private Task task() {
        return jobs.task().with("webhook.url", URL);
    }
}

package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.id;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.EventReceiver.Received;
import io.github.kustomerconnector.simulator.WebhookDelivery.Attempt;
import io.github.kustomerconnector.simulator.WebhookDelivery.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's webhooks: their endpoints, and the deliveries of events. */
class WebhooksTest {

    private static final String PATH = "/v1/outbound-webhooks";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AutoClose
    private final EventReceiver receiver = EventReceiver.start();

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator);

    @Test
    void replies_keep_the_contract() throws IOException {
        String webhook = id(checked("POST", PATH, webhook("kustomer.customer.create"), 201));
        checked("GET", PATH, "", 200);
        checked("GET", PATH + "/events", "", 200);
        checked("GET", PATH + "/" + webhook, "", 200);
        checked("PUT", PATH + "/" + webhook, "{\"enabled\": false}", 200);
        checked("DELETE", PATH + "/" + webhook, "", 204);
        checked("GET", PATH + "/" + webhook, "", 404);
    }

    @Test
    void a_new_webhook_is_enabled_and_has_a_token_that_can_be_read_again() throws IOException {
        JsonNode created =
                json(client.post(PATH, webhook("kustomer.customer.create"))).at("/data");

        assertThat(created.at("/attributes/enabled").asBoolean()).isTrue();
        assertThat(created.at("/attributes/token").asText()).hasSizeGreaterThan(30);
        assertThat(json(client.get(PATH + "/" + created.path("id").asText())).at("/data"))
                .isEqualTo(created);
    }

    @Test
    void lists_the_twelve_documented_events() throws IOException {
        assertThat(json(client.get(PATH + "/events")).path("data").findValuesAsText("name"))
                .hasSize(12)
                .contains("kustomer.conversation.create", "kustomer.tag.update")
                .doesNotContain("kustomer.customer.delete", "kustomer.note.create");
    }

    @Test
    void refuses_a_sixth_webhook() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(client.post(PATH, webhook("kustomer.customer.create")).statusCode())
                    .isEqualTo(201);
        }

        HttpResponse<String> sixth = client.post(PATH, webhook("kustomer.customer.create"));

        assertThat(sixth.statusCode()).isEqualTo(400);
        assertThat(error(sixth).path("title").asText()).isEqualTo("Only 5 outbound webhooks are allowed");
        assertThat(simulator.webhooks().registered()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\": \"https://a.example/x\", \"events\": [\"kustomer.tag.create\"]}                    | name",
                "{\"name\": \"a\", \"events\": [\"kustomer.tag.create\"]}                                     | url",
                "{\"name\": \"a\", \"url\": \"http://a.example/x\", \"events\": [\"kustomer.tag.create\"]}    | url",
                "{\"name\": \"a\", \"url\": \"https://a.example/x\", \"events\": []}                          | events",
                "{\"name\": \"a\", \"url\": \"https://a.example/x\", \"events\": [\"kustomer.note.create\"]}  | events",
                "{\"name\": \"a\", \"url\": \"https://a.example/x\", \"events\": [\"kustomer.tag.create\"], \"x\": 1} | x"
            })
    void refuses_bodies_that_break_the_rules(String body, String field) throws IOException {
        HttpResponse<String> reply = client.post(PATH, body);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(error(reply).at("/source/parameter").asText()).startsWith(field);
        assertThat(simulator.webhooks().registered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.permission.outbound_webhook.read", "org.admin.outbound_webhooks", "org.outbound_webhooks"})
    void any_one_of_the_roles_may_read(String role) throws IOException {
        simulator.addKey("reader", Set.of(role));
        simulator.addKey("other", Set.of("org.user.customer.read"));

        try (TestClient reader = new TestClient(simulator, "reader");
                TestClient other = new TestClient(simulator, "other")) {
            assertThat(reader.get(PATH).statusCode()).isEqualTo(200);
            assertThat(other.get(PATH).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void signs_as_the_vectors_of_rfc_4231_do() {
        assertThat(WebhookSender.signature("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void sends_an_event_with_its_name_its_signature_and_the_headers_of_the_webhook() throws IOException {
        String token = json(client.post(PATH, """
                        {"name": "a", "url": "%s", "events": ["kustomer.customer.create"],
                         "headers": [{"name": "X-Origin", "value": "kustomer"}]}""".formatted(receiver.url())))
                .at("/data/attributes/token")
                .asText();

        client.post("/v1/customers", "{\"name\": \"Jané\"}");

        Received event = received(1).getFirst();
        assertThat(event.name()).isEqualTo("kustomer.customer.create");
        assertThat(event.origin()).isEqualTo("kustomer");
        assertThat(event.signature()).isEqualTo(WebhookSender.signature(token, event.body()));
        awaitStatus(Status.DELIVERED);
    }

    @Test
    void sends_only_the_events_to_which_the_webhook_subscribes() throws IOException {
        register("kustomer.customer.update");

        String customer = id(client.post("/v1/customers", "{\"name\": \"Jane\"}"));
        client.send("PUT", "/v1/customers/" + customer, "{\"name\": \"Joan\"}");

        assertThat(received(1)).extracting(Received::name).containsExactly("kustomer.customer.update");
        assertThat(simulator.webhooks().deliveries()).hasSize(1);
    }

    @Test
    void repeats_a_failed_delivery_at_the_documented_intervals() throws IOException {
        Clock start = Clock.fixed(Clock.systemUTC().instant(), Clock.systemUTC().getZone());
        simulator.settings().clock(start);
        receiver.answer(503);
        register("kustomer.customer.create");

        client.post("/v1/customers", "{\"name\": \"Jane\"}");

        Duration passed = Duration.ZERO;
        for (int minutes : List.of(1, 1, 2, 5, 10, 15, 30)) {
            int attempts = awaitNextAttempt();
            assertThat(only().nextAttempt())
                    .hasValue(start.instant().plus(passed).plus(Duration.ofMinutes(minutes)));
            passed = passed.plusMinutes(minutes);
            simulator.settings().clock(Clock.offset(start, passed));
            await().atMost(PATIENCE).until(() -> only().attempts().size() == attempts + 1);
        }
        awaitStatus(Status.FAILED);
        assertThat(passed).isEqualTo(Duration.ofMinutes(64));
        assertThat(only().attempts()).hasSize(8).extracting(Attempt::problem).containsOnly("answered 503");
        assertThat(receiver.received()).extracting(Received::body).hasSize(8).containsOnly(only().body());
    }

    @Test
    void ends_the_retries_when_the_receiver_answers_2xx() throws IOException {
        receiver.answer(500);
        register("kustomer.customer.create");
        client.post("/v1/customers", "{\"name\": \"Jane\"}");
        awaitNextAttempt();

        receiver.answer(204);
        simulator.settings().clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));

        awaitStatus(Status.DELIVERED);
        assertThat(receiver.received()).hasSize(2);
        assertThat(only().attempts().getLast().status()).hasValue(204);
    }

    @Test
    void a_receiver_that_is_not_there_counts_as_failed() throws IOException {
        simulator.webhooks().settings().retryScale(0.0001);
        register("kustomer.customer.create");
        receiver.close();

        client.post("/v1/customers", "{\"name\": \"Jane\"}");

        awaitStatus(Status.FAILED);
        assertThat(only().attempts())
                .hasSize(8)
                .allSatisfy(attempt -> assertThat(attempt.status()).isEmpty())
                .allSatisfy(attempt -> assertThat(attempt.problem()).contains("ConnectException"));
    }

    @Test
    void a_receiver_that_does_not_answer_in_time_counts_as_failed() throws IOException {
        simulator.webhooks().settings().timeout(Duration.ofMillis(100));
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            simulator.webhooks().register("http://127.0.0.1:" + silent.getLocalPort(), "kustomer.customer.create");
            client.post("/v1/customers", "{\"name\": \"Jane\"}");
            awaitNextAttempt();
        }

        assertThat(only().attempts())
                .extracting(Attempt::problem)
                .singleElement()
                .asString()
                .contains("timed out");
    }

    @Test
    void several_attempts_at_once_deliver_each_event() throws IOException {
        simulator.webhooks().settings().concurrency(8);
        register("kustomer.customer.create");

        create(0, 50);

        assertThat(received(50)).extracting(Received::id).doesNotHaveDuplicates();
    }

    @Test
    void disables_a_webhook_after_lasting_failure_and_sends_again_when_it_is_enabled() throws IOException {
        simulator.webhooks().settings().retryScale(0.0001);
        simulator.webhooks().settings().disableAfter(2);
        receiver.answer(404);
        String webhook = register("kustomer.customer.create");
        for (int i = 0; i < 2; i++) {
            client.post("/v1/customers", "{\"name\": \"Jane\"}");
        }
        await().atMost(PATIENCE)
                .until(() -> !simulator
                        .webhooks()
                        .registered()
                        .getFirst()
                        .at("/attributes/enabled")
                        .asBoolean());
        int before = receiver.received().size();

        client.post("/v1/customers", "{\"name\": \"not sent\"}");
        receiver.answer(200);
        client.send("PUT", PATH + "/" + webhook, "{\"enabled\": true}");
        client.post("/v1/customers", "{\"name\": \"sent\"}");

        Received last = received(before + 1).getLast();
        assertThat(last.json().at("/data/attributes/name").asText()).isEqualTo("sent");
    }

    @Test
    void one_success_in_between_keeps_the_webhook_enabled() throws IOException {
        simulator.webhooks().settings().retryScale(0.00001);
        simulator.webhooks().settings().disableAfter(2);
        register("kustomer.customer.create");
        for (int status : List.of(500, 200, 500, 200)) {
            receiver.answer(status);
            int before = simulator.webhooks().deliveries().size();
            client.post("/v1/customers", "{\"name\": \"Jane\"}");
            await().atMost(PATIENCE)
                    .until(() -> simulator.webhooks().deliveries().get(before).status() != Status.PENDING);
        }

        assertThat(simulator.webhooks().deliveries())
                .extracting(WebhookDelivery::status)
                .containsExactly(Status.FAILED, Status.DELIVERED, Status.FAILED, Status.DELIVERED);
        assertThat(simulator
                        .webhooks()
                        .registered()
                        .getFirst()
                        .at("/attributes/enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_deleted_webhook_gets_no_retry() throws IOException {
        receiver.answer(500);
        String webhook = register("kustomer.customer.create");
        client.post("/v1/customers", "{\"name\": \"Jane\"}");
        received(1);
        awaitNextAttempt();

        client.send("DELETE", PATH + "/" + webhook, "");
        simulator.settings().clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)));

        awaitStatus(Status.DISCARDED);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void sends_nothing_to_other_computers_unless_it_is_allowed() throws IOException {
        client.post(PATH, """
                {"name": "a", "url": "https://192.0.2.1/x", "events": ["kustomer.customer.create"]}""");

        client.post("/v1/customers", "{\"name\": \"Jane\"}");

        awaitStatus(Status.DISCARDED);
        assertThat(only().attempts()).isEmpty();
    }

    @Test
    void sends_duplicates_by_script() throws IOException {
        register("kustomer.customer.create");
        simulator.webhooks().duplicateNext(1, 2);

        client.post("/v1/customers", "{\"name\": \"Jane\"}");
        client.post("/v1/customers", "{\"name\": \"Joan\"}");

        List<String> ids = received(4).stream().map(Received::id).toList();
        assertThat(ids.subList(0, 3)).containsOnly(ids.getFirst());
        assertThat(ids.getLast()).isNotEqualTo(ids.getFirst());
    }

    @Test
    void sends_in_the_order_of_the_writes_unless_a_script_changes_it() throws IOException {
        register("kustomer.customer.create");
        create(0, 5);
        assertThat(names(5)).containsExactly("0", "1", "2", "3", "4");

        simulator.webhooks().reverseNext(3);
        create(5, 9);
        assertThat(names(9).subList(5, 9)).containsExactly("7", "6", "5", "8");

        simulator.webhooks().shuffleNext(20, new Random(1));
        create(9, 29);
        assertThat(names(29).subList(9, 29))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(9, 29).mapToObj(String::valueOf).toList())
                .isNotEqualTo(IntStream.range(9, 29).mapToObj(String::valueOf).toList());
    }

    @Test
    void repeats_a_delivery_whose_answer_was_lost() throws IOException {
        simulator.webhooks().settings().retryScale(0.0001);
        register("kustomer.customer.create");
        simulator.webhooks().loseAnswers(1);

        client.post("/v1/customers", "{\"name\": \"Jane\"}");

        assertThat(received(2)).extracting(Received::id).containsOnly(only().eventId());
        awaitStatus(Status.DELIVERED);
        assertThat(only().attempts()).extracting(Attempt::problem).containsExactly("the answer was lost", "");
    }

    @Test
    void a_reset_removes_webhooks_and_deliveries() throws IOException {
        register("kustomer.customer.create");
        client.post("/v1/customers", "{\"name\": \"Jane\"}");
        received(1);

        simulator.reset();

        assertThat(simulator.webhooks().registered()).isEmpty();
        assertThat(simulator.webhooks().deliveries()).isEmpty();
    }

    private void create(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            client.post("/v1/customers", "{\"name\": \"%s\"}".formatted(i));
        }
    }

    private List<String> names(int number) {
        return received(number).stream()
                .map(event -> event.json().at("/data/attributes/name").asText())
                .toList();
    }

    private List<Received> received(int number) {
        await().atMost(PATIENCE).until(() -> receiver.received().size() >= number);
        assertThat(receiver.received()).hasSize(number);
        return receiver.received();
    }

    /** Waits until the next attempt is planned; returns the number of attempts so far. */
    private int awaitNextAttempt() {
        await().atMost(PATIENCE)
                .until(() ->
                        !only().attempts().isEmpty() && only().nextAttempt().isPresent());
        return only().attempts().size();
    }

    private void awaitStatus(Status status) {
        await().atMost(PATIENCE).until(() -> only().status() == status);
    }

    private WebhookDelivery only() {
        assertThat(simulator.webhooks().deliveries()).hasSize(1);
        return simulator.webhooks().deliveries().getFirst();
    }

    private String register(String event) throws IOException {
        return id(client.post(PATH, webhook(event)));
    }

    private String webhook(String event) {
        return "{\"name\": \"a\", \"url\": \"%s\", \"events\": [\"%s\"]}".formatted(receiver.url(), event);
    }

    private HttpResponse<String> checked(String method, String path, String body, int status) throws IOException {
        HttpResponse<String> reply = client.send(method, path, body);
        assertThat(reply.statusCode()).isEqualTo(status);
        if (status != 204) {
            assertThat(Contract.live().responseProblems(method, path, status, json(reply)))
                    .isEmpty();
        }
        return reply;
    }
}

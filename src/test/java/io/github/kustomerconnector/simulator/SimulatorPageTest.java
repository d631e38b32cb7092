package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.PageClient.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SimulatorPageTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final KustomerSimulator kustomer = extension.kustomer();
    private final PageClient page = new PageClient(kustomer);

    @AutoClose
    private final TestClient api = new TestClient(kustomer);

    @Test
    void shows_customers_with_their_conversations_newest_first() throws IOException {
        String ada = kustomer.seedCustomer("{\"name\": \"Ada\", \"emails\": [{\"email\": \"ada@example.org\"}]}");
        kustomer.seedCustomer("{\"name\": \"Grace\"}");
        kustomer.writeAsCustomer(ada, "First");
        String second = kustomer.writeAsCustomer(ada, "Second");

        JsonNode state = page.state();

        assertThat(state.path("customers").findValuesAsText("contacts")).containsExactly("", "ada@example.org");
        assertThat(state.at("/customers/1/conversations").findValuesAsText("name"))
                .containsExactly("Second", "First");
        assertThat(state.at("/conversation/key").asText()).isEqualTo(second);
        assertThat(state.at("/conversation/entries/0/text").asText()).isEqualTo("Second");
        assertThat(state.at("/conversation/entries/0/author").asText()).isEqualTo("Ada");
    }

    @Test
    void shows_messages_and_notes_of_the_chosen_conversation() throws IOException {
        String ada = kustomer.seedCustomer("{\"name\": \"Ada\"}");
        String first = kustomer.writeAsCustomer(ada, "First");
        kustomer.writeAsCustomer(ada, "Second");
        api.post("/v1/conversations/" + first + "/notes", "{\"body\": \"Look at it\"}");

        JsonNode entries = page.state(first).at("/conversation/entries");

        assertThat(entries.findValuesAsText("text")).containsExactly("First", "Look at it");
        assertThat(entries.findValuesAsText("kind")).containsExactly("message", "note");
    }

    @Test
    void markup_in_a_name_is_no_markup_in_any_answer() throws IOException {
        String customer =
                kustomer.seedCustomer(Json.object().put("name", MARKUP).toString());
        kustomer.writeAsCustomer(customer, MARKUP);

        Answer document = page.send("GET /", page.host(), "", "");
        Answer state = page.send("GET /simulator/state", page.host(), PageClient.FROM_PAGE, "");

        assertThat(document.body()).doesNotContain("onerror");
        assertThat(state.head()).containsIgnoringCase("content-type: application/json");
        assertThat(state.json().at("/customers/0/name").asText()).isEqualTo(MARKUP);
    }

    @Test
    void shows_kobjects_queues_and_work_items() throws IOException {
        kustomer.seedOrganization();
        String ada = kustomer.seedCustomer("{\"name\": \"Ada\"}");
        String conversation = kustomer.writeAsCustomer(ada, "Broken lamp");
        String queue = kustomer.records("queue").getLast().path("id").asText();
        api.post(
                "/v1/klasses/order",
                "{\"title\": \"Order 7\", \"customer\": \"%s\", \"custom\": {\"totalPriceNum\": 12}}".formatted(ada));
        kustomer.routeConversation(
                "{\"resource\": {\"id\": \"%s\", \"type\": \"conversation\"}, \"queue\": {\"id\": \"%s\"}}"
                        .formatted(conversation, queue));

        JsonNode state = page.state();

        assertThat(state.at("/kobjects/0/name").asText()).isEqualTo("Order 7");
        assertThat(state.at("/kobjects/0/klass").asText()).isEqualTo("order");
        assertThat(state.at("/kobjects/0/customer").asText()).isEqualTo("Ada");
        assertThat(state.at("/kobjects/0/attributes/0/value").asText()).isEqualTo("12");
        JsonNode orders = state.path("queues")
                .valueStream()
                .filter(each -> each.path("name").asText().equals("Orders"))
                .findFirst()
                .orElseThrow();
        assertThat(orders.at("/items/0/conversation").asText()).isEqualTo("Broken lamp");
        assertThat(orders.at("/items/0/status").asText()).isEqualTo("queued");
    }

    @Test
    void shows_each_request_with_status_duration_and_reason_of_the_refusal() throws IOException {
        api.post("/v1/customers", "{\"name\": 7}");
        api.post("/v1/customers", "{\"emails\": [{\"email\": \"ada@example.org\"}]}");
        api.post("/v1/customers", "{\"emails\": [{\"email\": \"ada@example.org\"}]}");

        JsonNode requests = awaitEnded(3);

        assertThat(requests.findValuesAsText("status")).containsExactly("409", "201", "400");
        assertThat(requests.findValuesAsText("method")).containsOnly("POST");
        assertThat(requests.get(0).path("reason").asText()).startsWith("Already in use (");
        assertThat(requests.get(1).path("reason").asText()).isEmpty();
        assertThat(requests.get(2).path("reason").asText()).contains("name");
        assertThat(requests.valueStream())
                .allSatisfy(
                        request -> assertThat(request.path("millis").isInt()).isTrue());
    }

    @Test
    void shows_webhooks_and_deliveries_but_no_token() throws IOException {
        try (EventReceiver receiver = EventReceiver.start()) {
            String token = kustomer.webhooks()
                    .register(receiver.url(), "kustomer.conversation.create")
                    .at("/attributes/token")
                    .asText();
            kustomer.writeAsCustomer(kustomer.seedCustomer("{\"name\": \"Ada\"}"), "Hello");
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            page.state().at("/deliveries/0/status").asText().equals("DELIVERED"));

            JsonNode state = page.state();

            assertThat(state.at("/webhooks/0/url").asText()).isEqualTo(receiver.url());
            assertThat(state.at("/deliveries/0/attempts/0/status").asInt()).isEqualTo(200);
            assertThat(state.toString()).doesNotContain(token);
        }
    }

    @Test
    void never_shows_a_key() throws IOException {
        kustomer.addKey("another-secret-key", java.util.Set.of());
        kustomer.seedCustomer("{\"name\": \"%s another-secret-key\"}".formatted(KustomerSimulator.API_KEY));
        api.get("/v1/customers?key=" + KustomerSimulator.API_KEY);

        assertThat(page.state().toString()).doesNotContain(KustomerSimulator.API_KEY, "another-secret-key");
        extension.expectUnknown(RequestMatcher.path("/v1/customers"));
    }

    @Test
    void an_answer_as_the_customer_emits_an_event_and_opens_the_conversation_again() throws IOException {
        String conversation = kustomer.writeAsCustomer(kustomer.seedCustomer("{\"name\": \"Ada\"}"), "Hello");
        kustomer.closeConversation(conversation);
        try (EventReceiver receiver = EventReceiver.start()) {
            kustomer.webhooks().register(receiver.url(), "kustomer.message.create");

            Answer answer =
                    page.act("answer", "{\"conversation\": \"%s\", \"text\": \"It works\"}".formatted(conversation));

            assertThat(answer.status()).isEqualTo(200);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> receiver.received().size() == 1);
            assertThat(receiver.received()
                            .getFirst()
                            .json()
                            .at("/data/attributes/preview")
                            .asText())
                    .isEqualTo("It works");
            assertThat(page.state().at("/conversation/status").asText()).isEqualTo("open");
            assertThat(page.state().at("/conversation/entries").findValuesAsText("text"))
                    .containsExactly("Hello", "It works");
        }
    }

    @Test
    void closing_a_conversation_emits_an_event() throws IOException {
        String conversation = kustomer.writeAsCustomer(kustomer.seedCustomer("{\"name\": \"Ada\"}"), "Hello");
        try (EventReceiver receiver = EventReceiver.start()) {
            kustomer.webhooks().register(receiver.url(), "kustomer.conversation.update");

            assertThat(page.act("close", "{\"conversation\": \"%s\"}".formatted(conversation))
                            .status())
                    .isEqualTo(200);

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> receiver.received().size() == 1);
            assertThat(receiver.received()
                            .getFirst()
                            .json()
                            .at("/data/attributes/status")
                            .asText())
                    .isEqualTo("done");
        }
    }

    @Test
    void a_customer_writes_and_the_next_event_is_sent_twice() throws IOException {
        String ada = kustomer.seedCustomer("{\"name\": \"Ada\"}");
        try (EventReceiver receiver = EventReceiver.start()) {
            kustomer.webhooks().register(receiver.url(), "kustomer.conversation.create");
            page.act("duplicate-event", "{}");

            Answer answer = page.act("write", "{\"customer\": \"%s\", \"text\": \"Hello\"}".formatted(ada));

            assertThat(answer.json().path("conversation").asText())
                    .isEqualTo(kustomer.conversations().getFirst().path("id").asText());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> receiver.received().size() == 2);
            assertThat(receiver.received().get(0).id())
                    .isEqualTo(receiver.received().get(1).id());
        }
    }

    @Test
    void the_answer_to_the_next_create_gets_lost_and_reads_before_it_do_not() throws IOException {
        page.act("fault", "{\"fault\": \"LOSE_ANSWER\", \"requests\": \"create\"}");
        assertThat(waiting("LOSE_ANSWER")).isEqualTo(1);

        assertThat(api.get("/v1/customers/5f1").statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> api.post("/v1/customers", "{}")).isInstanceOf(IOException.class);

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(waiting("LOSE_ANSWER")).isZero();
        assertThat(awaitEnded(2).get(0).path("fault").asText()).startsWith("Lose the answer");
        assertThat(api.post("/v1/customers", "{}").statusCode()).isEqualTo(201);
    }

    @Test
    void a_search_is_a_read_and_no_create() throws IOException {
        String search = "{\"queryContext\": \"customer\", \"and\": [{\"customer_name\": {\"equals\": \"Ada\"}}]}";
        page.act("fault", "{\"fault\": \"REFUSE_503\", \"requests\": \"create\"}");
        assertThat(api.post("/v1/customers/search", search).statusCode()).isEqualTo(200);

        page.act("fault", "{\"fault\": \"HTML_502\", \"requests\": \"read\"}");

        assertThat(api.post("/v1/customers/search", search).statusCode()).isEqualTo(502);
        assertThat(api.post("/v1/customers", "{}").statusCode()).isEqualTo(503);
    }

    @Test
    void a_short_key_is_hidden_without_a_change_of_names_and_ids() throws IOException {
        String customer = kustomer.seedCustomer("{\"name\": \"The reader of 5\"}");
        kustomer.addKey("reader", Set.of());
        kustomer.addKey("key", Set.of());
        kustomer.addKey(customer.substring(0, 4), Set.of());

        JsonNode shown = page.state().at("/customers/0");

        assertThat(shown.path("name").asText()).isEqualTo("The [key] of 5");
        assertThat(shown.path("key").asText()).isEqualTo(customer);
    }

    @ParameterizedTest
    @CsvSource({"REFUSE_429, 429", "REFUSE_503, 503", "HTML_502, 502"})
    void the_next_request_is_refused_once(String fault, int status) throws IOException {
        page.act("fault", "{\"fault\": \"%s\", \"requests\": \"any\"}".formatted(fault));

        HttpResponse<String> first = api.post("/v1/customers", "{}");
        HttpResponse<String> second = api.post("/v1/customers", "{}");

        assertThat(first.statusCode()).isEqualTo(status);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(awaitEnded(2).get(1).path("status").asInt()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(PageFault.class)
    void a_cancelled_fault_is_not_injected(PageFault fault) throws IOException {
        page.act("fault", "{\"fault\": \"%s\", \"requests\": \"any\"}".formatted(fault));

        page.act("cancel-faults", "{}");

        assertThat(waiting(fault.name())).isZero();
        assertThat(api.post("/v1/customers", "{}").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answer | {} | 400",
                "answer | {\"conversation\": \"absent\", \"text\": \"x\"} | 400",
                "answer | {\"conversation\": \"absent\", \"text\": \" \"} | 400",
                "close | {\"conversation\": \"absent\"} | 404",
                "write | {\"customer\": \"absent\", \"text\": \"x\"} | 400",
                "fault | {\"fault\": \"NONE\", \"requests\": \"any\"} | 400",
                "fault | {\"fault\": \"STALL\", \"requests\": \"none\"} | 400",
                "fault | no JSON | 400",
                "unknown | {} | 404"
            })
    void an_invalid_action_is_refused_with_a_sentence(String action, String body, int status) throws IOException {
        Answer answer = page.act(action, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("problem").asText()).isNotBlank();
        assertThat(kustomer.records("message")).isEmpty();
    }

    @Test
    void an_unchanged_state_is_not_sent_again() throws IOException {
        kustomer.seedCustomer("{\"name\": \"Ada\"}");
        String tag = page.send("GET /simulator/state", page.host(), PageClient.FROM_PAGE, "")
                .head()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "etag: ", 0, 6))
                .map(line -> line.substring(6))
                .findFirst()
                .orElseThrow();
        String headers = PageClient.FROM_PAGE + "If-None-Match: " + tag + "\r\n";

        Answer unchanged = page.send("GET /simulator/state", page.host(), headers, "");
        kustomer.seedCustomer("{\"name\": \"Grace\"}");
        Answer changed = page.send("GET /simulator/state", page.host(), headers, "");

        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void shows_only_the_newest_of_many_records_and_requests() throws IOException {
        for (int i = 0; i < 250; i++) {
            kustomer.seedCustomer("{\"name\": \"C%s\"}".formatted(i));
            api.get("/v1/customers/5f1");
        }

        JsonNode state = page.state();

        assertThat(state.path("customers").size()).isEqualTo(100);
        assertThat(state.at("/customers/0/name").asText()).isEqualTo("C249");
        assertThat(state.path("customerCount").asInt()).isEqualTo(250);
        assertThat(state.path("requests").size()).isEqualTo(200);
        assertThat(state.path("requestCount").asInt()).isEqualTo(250);
    }

    @Test
    void a_reset_empties_the_page() throws IOException {
        kustomer.writeAsCustomer(kustomer.seedCustomer("{\"name\": \"Ada\"}"), "Hello");
        api.get("/v1/customers/5f1");
        page.act("fault", "{\"fault\": \"REFUSE_503\", \"requests\": \"any\"}");

        kustomer.reset();

        JsonNode state = page.state();
        assertThat(state.path("customers")).isEmpty();
        assertThat(state.path("requests")).isEmpty();
        assertThat(waiting("REFUSE_503")).isZero();
        assertThat(state.has("conversation")).isFalse();
    }

    private int waiting(String fault) throws IOException {
        return page.state()
                .path("faults")
                .valueStream()
                .filter(each -> each.path("key").asText().equals(fault))
                .findFirst()
                .orElseThrow()
                .path("waiting")
                .asInt();
    }

    /** The log as soon as all requests have ended, because a client has its answer a little earlier. */
    private JsonNode awaitEnded(int count) throws IOException {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            JsonNode requests = page.state().path("requests");
            return requests.size() == count
                    && requests.valueStream()
                            .noneMatch(each -> each.path("running").asBoolean());
        });
        return page.state().path("requests");
    }
}

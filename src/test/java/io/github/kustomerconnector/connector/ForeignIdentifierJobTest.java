package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.simulator.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.ScriptedServer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-ups by e-mail or phone whose answer has another customer than the requested one. */
final class ForeignIdentifierJobTest {

    private static final String ID = "5f00000000000000000000a1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    email | "emails":[{"email":"eve@example.org"}]
                    email | "emails":[{"email":"ada@example.org.evil.example"},{"email":null}],"sharedEmails":[]
                    phone | "phones":[{"phone":"+18005551213"}]
                    phone | "phones":[{"phone":"+18005551213"}],"whatsapps":[{"phone":"+18005551214"}]
                    """)
    void a_customer_without_the_requested_identifier_is_unreadable(String by, String attributes) {
        try (ScriptedServer server = server(attributes)) {
            JobHandling jobs = jobs(server, FindCustomerConnector::new);

            JobEnding.Failed failed = jobs.failure(jobs.task().with("customer." + by, value(by)));

            assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
            assertThat(failed.message())
                    .contains("answered 200 with a body that is not a Kustomer record with the requested "
                            + (by.equals("email") ? "e-mail" : "phone"))
                    .doesNotContain("eve", "ada", "1800");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    email | "emails":[{"email":"eve@example.org"},{"email":"ADA@Example.org"}]
                    email | "emails":[{"email":"eve@example.org"}],"sharedEmails":[{"email":"ada@example.org"}]
                    email | "emails":[{"email":"a**@example.org"}]
                    email | "sharedEmails":[{"email":"eve@example.org"}]
                    email | "emails":[]
                    email | "emails":null
                    email | "name":"Ada"
                    phone | "phones":[{"phone":"1 (800) 555-1212"}]
                    phone | "phones":[{"phone":"001 800 555 1212"}]
                    phone | "phones":[{"phone":"(800) 555-1212"}]
                    phone | "phones":[{"phone":"0800 555-1212"}]
                    phone | "phones":[{"phone":"+18005551213"}],"whatsapps":[{"phone":"+18005551212"}]
                    phone | "phones":[{"phone":"+18005551213"}],"sharedPhones":[{"phone":"+18005551212"}]
                    phone | "phones":[{"phone":"+1 (0) 800 555 1212"}]
                    phone | "phones":[{"phone":"*******1212"}]
                    phone | "phones":[]
                    """)
    void a_customer_with_another_spelling_or_without_readable_identifiers_is_found(String by, String attributes) {
        try (ScriptedServer server = server(attributes)) {
            JobHandling jobs = jobs(server, FindCustomerConnector::new);

            assertThat(jobs.result(jobs.task().with("customer." + by, value(by)))
                            .path("id")
                            .asText())
                    .isEqualTo(ID);
        }
    }

    @ParameterizedTest
    @CsvSource({"ada@bücher.example, ADA@xn--bcher-kva.example", "ada@xn--bcher-kva.example, ada@Bücher.example"})
    void the_two_forms_of_an_international_domain_are_one_address(String requested, String stored) {
        try (ScriptedServer server = server("\"emails\":[{\"email\":\"" + stored + "\"}]")) {
            JobHandling jobs = jobs(server, FindCustomerConnector::new);

            assertThat(jobs.result(jobs.task().with("customer.email", requested))
                            .path("id")
                            .asText())
                    .isEqualTo(ID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "phone"})
    void an_upsert_changes_no_customer_without_the_requested_identifier(String by) {
        try (ScriptedServer server =
                server("\"emails\":[{\"email\":\"eve@example.org\"}],\"phones\":[{\"phone\":\"+18005551213\"}]")) {
            JobHandling jobs = jobs(server, UpsertCustomerConnector::new);

            JobEnding.Failed failed = jobs.failure(
                    jobs.task().with("customer." + by + "s", value(by)).with("customer.name", "Ada"));

            assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
            assertThat(server.requests()).allMatch(request -> request.startsWith("GET"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "phone"})
    void a_conflict_returns_no_customer_without_the_requested_identifier(String by) {
        try (ScriptedServer server = ScriptedServer.start(request -> request.startsWith("POST")
                ? answer("409 Conflict", "{\"errors\":[{\"code\":\"conflict\",\"message\":\"Conflict\"}]}")
                : customer("\"emails\":[{\"email\":\"eve@example.org\"}],\"phones\":[{\"phone\":\"+18005551213\"}]"))) {
            JobHandling jobs = jobs(server, CreateCustomerConnector::new);

            JobEnding.Failed failed = jobs.failure(jobs.task().with("customer." + by + "s", value(by)));

            assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_external_id_in_another_case_is_a_duplicate_whose_message_does_not_contradict_itself(boolean isCustomer) {
        try (ScriptedServer server = ScriptedServer.start(request -> request.startsWith("POST")
                ? answer("409 Conflict", "{\"errors\":[{\"code\":\"conflict\",\"message\":\"Conflict\"}]}")
                : customer("\"externalId\":\"x-1\""))) {
            JobHandling jobs =
                    jobs(server, isCustomer ? CreateCustomerConnector::new : CreateConversationConnector::new);
            Task task = isCustomer
                    ? jobs.task().with("customer.externalId", "X-1")
                    : jobs.task()
                            .with("conversation.customer", ID)
                            .with("conversation.externalId", "X-1")
                            .with("options.repeatProtection", "lookUpFirst");

            JobEnding.Failed failed = jobs.failure(task);

            assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
            assertThat(failed.message())
                    .endsWith("the record " + ID
                            + " was found by an external ID, but has another one, or the same in another spelling");
        }
    }

    private static String value(String by) {
        return by.equals("email") ? "ada@example.org" : "+18005551212";
    }

    private static ScriptedServer server(String attributes) {
        return ScriptedServer.start(request -> customer(attributes));
    }

    private static byte[] customer(String attributes) {
        return answer(
                "200 OK",
                "{\"data\":{\"type\":\"customer\",\"id\":\"" + ID + "\",\"attributes\":{" + attributes + "}}}");
    }

    private static JobHandling jobs(
            ScriptedServer server, Function<ConnectorEnvironment, OutboundConnectorFunction> connector) {
        JobHandling jobs = JobHandling.of(connector.apply(JobHandling.environment("test")));
        jobs.secret("KUSTOMER_API_KEY", "a-key-of-some-length");
        jobs.secret("KUSTOMER_BASE_URL", server.url());
        return jobs;
    }
}

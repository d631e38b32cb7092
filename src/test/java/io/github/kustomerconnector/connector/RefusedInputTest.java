package io.github.kustomerconnector.connector;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that a connector refuses before anything is sent. */
final class RefusedInputTest {
    /** Personal data that no message may contain. */
    private static final String PRIVATE = "zz-private-zz";

    private static final List<Object> NO_OBJECTS = List.of(PRIVATE, 7, true, List.of(PRIVATE, PRIVATE), "");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    /**
     * One wrong input.
     *
     * @param field what the message must name
     */
    record Wrong(String input, @Nullable Object value, String field) {
        Wrong(String input, @Nullable Object value) {
            this(input, value, input);
        }
    }

    @ParameterizedTest
    @MethodSource({"connection", "options", "customers"})
    void a_customer_is_refused_with_the_field_and_nothing_is_sent(Wrong wrong) {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);
        Task task = jobs.task().with("customer.name", "Ada").with("customer.emails", "ada@example.org");

        JobEnding.Failed failed = jobs.failure(task.with(wrong.input(), wrong.value()));

        assertRefused(failed, wrong);
    }

    @ParameterizedTest
    @MethodSource({"connection", "options", "conversations"})
    void a_conversation_is_refused_with_the_field_and_nothing_is_sent(Wrong wrong) {
        JobHandling jobs = JobHandling.ofCreateConversation(kustomer);
        Task task = jobs.task().with("conversation.customer", "5f0000000000000000000001");

        JobEnding.Failed failed = jobs.failure(task.with(wrong.input(), wrong.value()));

        assertRefused(failed, wrong);
    }

    @Test
    void an_organization_without_its_name_is_refused() {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);
        Task task = jobs.task().with("server", Map.of("region", "organization", "organization", " "));

        JobEnding.Failed failed = jobs.failure(task);

        assertRefused(failed, new Wrong("server", "", "server.organization"));
    }

    @Test
    void a_secret_that_is_not_there_is_named() {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);
        Task task = jobs.task().with("authentication.apiKey", "{{secrets.NO_SUCH_KEY}}");

        JobEnding.Failed failed = jobs.failure(task);

        assertRefused(failed, new Wrong("authentication.apiKey", "", "NO_SUCH_KEY"));
    }

    @Test
    void a_text_that_is_read_as_a_secret_is_explained() {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);

        JobEnding.Failed failed = jobs.failure(jobs.task().with("customer.name", "see secrets.pdf"));

        assertThat(failed.retries()).isZero();
        assertThat(failed.message())
                .contains("Secret with name 'pdf' is not available")
                .contains("reads each text with secrets. in it as the name of a secret")
                .contains("change the text in the field");
    }

    static Stream<Wrong> keys() {
        String key = "{{secrets.KUSTOMER_API_KEY}}";
        return Stream.of(
                new Wrong("customer.name", key),
                new Wrong(
                        "customer.emails",
                        List.of("ada@example.org", Map.of("email", key)),
                        "customer.emails[1].email"),
                new Wrong("customer.custom", Map.of("planStr", "my " + key), "customer.custom.planStr"),
                new Wrong("customer.custom", Map.of(key, "x"), "customer.custom.***"),
                new Wrong("customer", Map.of("name", key), "customer.name"),
                new Wrong("options.idempotencyKey", key),
                new Wrong("server.baseUrl", "https://" + key + ".example.org"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_field_that_contains_the_key_is_named(Wrong wrong) {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);

        JobEnding.Failed failed = jobs.failure(jobs.task().with(wrong.input(), wrong.value()));

        assertRefused(failed, wrong);
        assertThat(failed.message()).startsWith(wrong.field() + " contains the API key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "HTTPS"})
    void a_proxy_that_is_not_a_host_name_is_refused_by_the_name_of_its_variable(String scheme) {
        String variable = "CONNECTOR_" + scheme + "_PROXY_HOST";
        KustomerClient client = KustomerClient.create(
                Map.of(variable, "http://proxy.example.com", "CONNECTOR_" + scheme + "_PROXY_PORT", "3128"));
        JobHandling jobs = JobHandling.of(
                new CreateCustomerConnector(ConnectorEnvironment.of(client, "test", new Random(1))), kustomer);

        JobEnding.Failed failed = jobs.failure(jobs.task().with("customer.emails", "ada@example.org"));

        assertRefused(failed, new Wrong("", "", variable));
        assertThat(failed.message()).contains("give only the name, such as proxy.example.com");
    }

    @Test
    void all_wrong_fields_are_named_at_once() {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);
        Task task = jobs.task()
                .with("customer.emails", PRIVATE)
                .with("customer.birthdayAt", PRIVATE)
                .with("customer.custom", Map.of("color", PRIVATE));

        JobEnding.Failed failed = jobs.failure(task);

        assertThat(failed.message())
                .contains("customer.emails", "customer.birthdayAt", "customer.custom.color")
                .doesNotContain(PRIVATE);
    }

    @Test
    void a_record_that_contains_the_key_is_not_sent() {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);
        Task task = jobs.task().with("customer.name", "I am {{secrets.KUSTOMER_API_KEY}}");

        JobEnding.Failed failed = jobs.failure(task);

        assertRefused(failed, new Wrong("customer.name", "", "contains the API key"));
    }

    @Test
    void the_templates_error_expression_makes_a_bpmn_error_of_it() {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);
        Task task = jobs.task().with("customer.emails", PRIVATE);

        JobEnding.ErrorThrown thrown = jobs.run(task).errorThrown();

        assertThat(thrown.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(thrown.message()).startsWith("customer.emails").contains("is not an e-mail address");
        assertThat(thrown.variables().at("/kustomerError/variables/field").asText())
                .startsWith("customer.emails");
    }

    @Test
    void a_fault_of_the_set_up_is_no_bpmn_error_so_that_it_does_not_pass_for_a_refused_record() {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);
        Task task = jobs.task().with("server.region", "organization").with("server.organization", "");

        assertThat(jobs.run(task).failed().code()).isEqualTo("KUSTOMER_INVALID_INPUT");
    }

    private void assertRefused(JobEnding.Failed failed, Wrong wrong) {
        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).contains(wrong.field());
        assertThat(failed.message() + failed.variables())
                .doesNotContain(PRIVATE, KustomerSimulator.API_KEY, "io.github.kustomerconnector", "java.");
        assertThat(kustomer.requests()).isEmpty();
    }

    static Stream<Wrong> connection() {
        return Stream.of(
                        containers("authentication", "server"),
                        Stream.of(
                                new Wrong("authentication", null, "authentication.apiKey"),
                                new Wrong("authentication", Map.of(), "authentication.apiKey"),
                                new Wrong("authentication.apiKey", null),
                                new Wrong("authentication.apiKey", " "),
                                new Wrong("authentication.apiKey", "zz-private-zz with-blank"),
                                new Wrong("authentication.apiKey", Map.of("value", PRIVATE)),
                                new Wrong("authentication.apiKey", List.of(PRIVATE, PRIVATE)),
                                new Wrong("authentication.apiKey", Map.of("camunda.function.type", PRIVATE)),
                                new Wrong("server.region", PRIVATE),
                                new Wrong("server.region", Map.of("name", PRIVATE)),
                                new Wrong("server.region", List.of("us", PRIVATE)),
                                new Wrong("server.baseUrl", null),
                                new Wrong("server.baseUrl", "http://zz-private-zz.example.org"),
                                new Wrong("server.baseUrl", "ftp://127.0.0.1"),
                                new Wrong("server.baseUrl", "https://zz-private-zz:pw@example.org"),
                                new Wrong("server.baseUrl", "https://example.org/?zz-private-zz"),
                                new Wrong("server.baseUrl", "zz-private-zz example"),
                                new Wrong("server.baseUrl", Map.of("url", PRIVATE)),
                                new Wrong(
                                        "server",
                                        Map.of("region", "organization", "organization", "zz-private-zz.evil.example"),
                                        "server.organization"),
                                new Wrong(
                                        "server",
                                        Map.of("region", "organization", "organization", List.of(PRIVATE, "b")),
                                        "server.organization")))
                .flatMap(wrong -> wrong);
    }

    static Stream<Wrong> options() {
        return Stream.concat(
                containers("options"),
                Stream.of(
                        new Wrong("options.onDuplicate", PRIVATE),
                        new Wrong("options.onDuplicate", Map.of("a", PRIVATE)),
                        new Wrong("options.repeatProtection", PRIVATE),
                        new Wrong("options.repeatProtection", List.of(PRIVATE, "b")),
                        new Wrong("options.timeoutSeconds", 0),
                        new Wrong("options.timeoutSeconds", 61),
                        new Wrong("options.timeoutSeconds", 1.5),
                        new Wrong("options.timeoutSeconds", PRIVATE),
                        new Wrong("options.timeoutSeconds", true),
                        new Wrong("options.timeoutSeconds", Map.of("s", PRIVATE)),
                        new Wrong("options.idempotencyKey", List.of(PRIVATE)),
                        new Wrong("options.idempotencyKey", "x".repeat(257))));
    }

    static Stream<Wrong> customers() {
        List<Wrong> wrong = new ArrayList<>(containers("customer").toList());
        Stream.of("name", "externalId", "username", "company", "locale", "emails", "phones", "tags", "urls")
                .map(field -> new Wrong("customer." + field, Map.of("wrong", PRIVATE)))
                .forEach(wrong::add);
        Stream.of("socials", "locations", "custom", "sentiment", "facebookIds", "instagramIds", "additionalFields")
                .map(field -> new Wrong("customer." + field, PRIVATE))
                .forEach(wrong::add);
        Stream.of("birthdayAt", "signedUpAt", "importedAt", "gender", "avatarUrl")
                .map(field -> new Wrong("customer." + field, "zz-private-zz !"))
                .forEach(wrong::add);
        wrong.add(new Wrong("customer.emails", PRIVATE));
        wrong.add(new Wrong("customer.emails", List.of("ada@example.org", PRIVATE), "customer.emails[1]"));
        wrong.add(new Wrong("customer.emails", List.of(Map.of("type", "work")), "customer.emails[0].email"));
        wrong.add(new Wrong("customer.emails", 7));
        wrong.add(new Wrong(
                "customer.emails",
                range(0, 11).mapToObj(i -> i + "@example.org").toList()));
        wrong.add(new Wrong("customer.phones", "zz-private-zz 12"));
        wrong.add(new Wrong("customer.name", List.of(PRIVATE)));
        wrong.add(new Wrong("customer.name", "x".repeat(300)));
        wrong.add(
                new Wrong("customer.tags", range(0, 21).mapToObj(i -> "tag" + i).toList()));
        wrong.addAll(common("customer"));
        wrong.add(
                new Wrong("customer.additionalFields", Map.of("emails", PRIVATE), "customer.additionalFields.emails"));
        return wrong.stream();
    }

    static Stream<Wrong> conversations() {
        List<Wrong> wrong = new ArrayList<>(containers("conversation").toList());
        wrong.add(new Wrong("conversation", null, "conversation.customer"));
        wrong.add(new Wrong("conversation", Map.of(), "conversation.customer"));
        wrong.add(new Wrong("conversation.customer", null));
        wrong.add(new Wrong("conversation.customer", PRIVATE));
        wrong.add(new Wrong("conversation.customer", Map.of("id", PRIVATE)));
        wrong.add(new Wrong("conversation.id", PRIVATE));
        wrong.add(new Wrong("conversation.priority", 6));
        wrong.add(new Wrong("conversation.priority", PRIVATE));
        wrong.add(new Wrong("conversation.status", PRIVATE));
        wrong.add(new Wrong("conversation.direction", 7));
        wrong.add(new Wrong("conversation.assignedUsers", List.of(PRIVATE)));
        wrong.add(new Wrong("conversation.queue", List.of(PRIVATE)));
        wrong.add(new Wrong(
                "conversation.tags", range(0, 21).mapToObj(i -> "tag" + i).toList()));
        wrong.addAll(common("conversation"));
        wrong.add(new Wrong(
                "conversation.additionalFields",
                Map.of("customer", PRIVATE),
                "conversation.additionalFields.customer"));
        return wrong.stream();
    }

    private static List<Wrong> common(String container) {
        String custom = container + ".custom";
        return List.of(
                new Wrong(custom, Map.of("color", PRIVATE), custom + ".color"),
                new Wrong(custom, Map.of("seatsNum", PRIVATE), custom + ".seatsNum"),
                new Wrong(custom, Map.of("vipBool", PRIVATE), custom + ".vipBool"),
                new Wrong(custom, Map.of("sinceAt", PRIVATE), custom + ".sinceAt"),
                new Wrong(custom, Map.of("planStr", Map.of("a", PRIVATE)), custom + ".planStr"),
                new Wrong(custom, Map.of("notesTxt", PRIVATE.repeat(8_000)), container));
    }

    private static Stream<Wrong> containers(String... names) {
        return Stream.of(names).flatMap(name -> NO_OBJECTS.stream().map(value -> new Wrong(name, value)));
    }
}

package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.RetryAfter;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a job ends when Kustomer or the connection to it fails. */
final class FailureJobTest {
    private static final Duration LATE = Duration.ofMinutes(1);

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling customers = JobHandling.ofCreateCustomer(kustomer);
    private final JobHandling conversations = JobHandling.ofCreateConversation(kustomer);

    /** Refusals that no retry can mend, and whether a process can handle them. */
    static Stream<Arguments> finalFailures() {
        return Stream.of(
                Arguments.of(
                        "KUSTOMER_REJECTED",
                        400,
                        true,
                        setUp(
                                "unknown attribute",
                                kustomer -> kustomer.settings().knownCustomAttributes("planStr"))),
                Arguments.of("KUSTOMER_REJECTED", 413, true, answers(413)),
                Arguments.of(
                        "KUSTOMER_REJECTED",
                        404,
                        false,
                        setUp(
                                "answers 404",
                                kustomer -> kustomer.inject(
                                        Fault.json(
                                                Step.AFTER_READING,
                                                404,
                                                "{\"errors\":[{\"status\":404,\"code\":\"notfound\",\"title\":\"Not Found\"}]}"),
                                        RequestMatcher.any(),
                                        1))),
                Arguments.of("KUSTOMER_REJECTED", 405, false, answers(405)),
                Arguments.of(
                        "KUSTOMER_REJECTED",
                        302,
                        false,
                        setUp(
                                "redirect",
                                kustomer -> kustomer.inject(
                                        Fault.redirect(Step.AFTER_READING, "http://127.0.0.1:9/"),
                                        RequestMatcher.any(),
                                        1))),
                Arguments.of("KUSTOMER_UNAUTHORIZED", 401, false, answers(401)),
                Arguments.of("KUSTOMER_UNAUTHORIZED", 403, false, answers(403)));
    }

    @ParameterizedTest
    @MethodSource("finalFailures")
    void a_refusal_ends_the_retries_and_keeps_code_and_variables(
            String code, int status, boolean isForTheProcess, Consumer<KustomerSimulator> failing) {
        failing.accept(kustomer);

        JobEnding.Failed failed = customers.failure(customer());

        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).startsWith("POST /v1/customers answered " + status);
        assertThat(failed.variables().at("/error/variables/status").asInt()).isEqualTo(status);
        assertThat(failed.variables().at("/error/variables/method").asText()).isEqualTo("POST");
        assertThat(failed.variables().at("/error/variables/path").asText()).isEqualTo("/v1/customers");
        assertThat(kustomer.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("finalFailures")
    void the_error_expression_of_the_template_throws_the_errors_that_a_process_can_handle(
            String code, int status, boolean isForTheProcess, Consumer<KustomerSimulator> failing) {
        failing.accept(kustomer);

        JobEnding ending = customers.run(customer());

        if (isForTheProcess) {
            assertThat(ending.errorThrown().code()).isEqualTo(code);
            assertThat(ending.errorThrown().message()).contains(String.valueOf(status));
            assertThat(ending.errorThrown()
                            .variables()
                            .at("/kustomerError/variables/status")
                            .asInt())
                    .isEqualTo(status);
        } else {
            assertThat(ending.failed().code()).isEqualTo(code);
            assertThat(ending.failed().retries()).isZero();
        }
    }

    @Test
    void a_duplicate_is_a_bpmn_error_with_the_ids() {
        String there = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");

        JobEnding.ErrorThrown thrown =
                customers.run(customer().with("options.onDuplicate", "fail")).errorThrown();

        assertThat(thrown.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(thrown.variables().at("/kustomerError/variables/ids/0").asText())
                .isEqualTo(there);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void the_message_for_a_key_without_the_role_names_the_role(int status) {
        kustomer.settings().missingRoleStatus(status);
        kustomer.addKey("reader", Set.of("org.permission.customer.read"));
        customers.secret("KUSTOMER_API_KEY", "reader");
        conversations.secret("KUSTOMER_API_KEY", "reader");

        JobEnding.Failed forCustomer = customers.run(customer()).failed();
        JobEnding.Failed forConversation = conversations.run(conversation()).failed();

        assertThat(forCustomer.message())
                .contains("org.permission.customer.create (or org.user.customer.write)")
                .doesNotContain("reader");
        assertThat(forConversation.message())
                .contains("org.permission.conversation.create (or org.user.conversation.write)");
        assertThat(List.of(forCustomer.retries(), forConversation.retries())).containsOnly(0);
    }

    @Test
    void the_message_names_the_read_role_when_a_duplicate_must_be_looked_up() {
        kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
        kustomer.addKey("creator", Set.of("org.permission.customer.create"));
        customers.secret("KUSTOMER_API_KEY", "creator");

        JobEnding.Failed failed = customers.run(customer()).failed();

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains("org.permission.customer.read");
    }

    @Test
    void the_message_for_a_key_of_another_region_names_the_region_to_choose() {
        kustomer.addForeignKey("european", "prod2");
        customers.secret("KUSTOMER_API_KEY", "european");

        JobEnding.Failed failed = customers.run(customer()).failed();

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message())
                .contains("belongs to the region European Union", "Choose the region European Union")
                .doesNotContain("european");
    }

    @ParameterizedTest
    @EnumSource
    void after_429_the_job_waits_as_long_as_kustomer_asks(RetryAfter kind) {
        kustomer.settings().retryAfter(kind);
        kustomer.settings().window(Duration.ofSeconds(40));
        kustomer.settings().rateLimit(0);

        JobEnding.Failed failed = customers.run(customer().withRetries(3)).failed();

        assertThat(failed.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(failed.retries()).isEqualTo(10);
        assertThat(failed.askedWait()).isBetween(Duration.ofSeconds(38), Duration.ofSeconds(62));
    }

    static Stream<Named<Fault>> passingFaults() {
        return Stream.of(
                named(Fault.status(Step.AFTER_READING, 500, Map.of())),
                named(Fault.status(Step.AFTER_READING, 503, Map.of())),
                named(Fault.status(Step.AFTER_READING, 408, Map.of())),
                named(Fault.status(Step.AFTER_READING, 425, Map.of())),
                named(Fault.htmlError(Step.AFTER_READING)),
                named(Fault.close(Step.AFTER_READING)),
                named(Fault.reset(Step.BEFORE_READING)),
                named(Fault.reset(Step.AFTER_READING)),
                named(Fault.stall(Step.AFTER_READING, LATE)));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void a_failure_that_passes_costs_one_retry_and_a_back_off(Fault fault) {
        kustomer.inject(fault, RequestMatcher.method("POST"), 1);
        Task task = customer().withRetries(3).with("options.timeoutSeconds", fault.kind() == Fault.Kind.STALL ? 1 : 30);

        JobEnding.Failed failed = customers.run(task).failed();
        JobEnding again = customers.run(task.withRetries(2).with("options.timeoutSeconds", 30));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(failed.askedWait()).isBetween(Duration.ofMillis(7_500), Duration.ofMillis(12_500));
        assertThat(again.completed().variables().path("customerId").asText()).isEqualTo(onlyCustomer());
    }

    @Test
    void a_wait_that_a_503_asks_for_goes_first() {
        kustomer.inject(
                Fault.status(Step.AFTER_READING, 503, Map.of("Retry-After", "120")), RequestMatcher.method("POST"), 1);

        JobEnding.Failed failed = customers.run(customer()).failed();

        assertThat(failed.askedWait()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @CsvSource({"PT10S, 10", "PT1M, 60", "PT0S, 10"})
    void the_back_off_grows_from_the_forms_value(String header, int seconds) {
        kustomer.close();
        Task task = customer().withHeader("retryBackoff", header);

        List<Duration> waits = Stream.of(3, 2, 1)
                .map(retries -> customers.run(task.withRetries(retries)).failed())
                .map(JobEnding.Failed::askedWait)
                .toList();

        for (int i = 0; i < waits.size(); i++) {
            Duration exact = Duration.ofSeconds((long) seconds << i);
            assertThat(waits.get(i))
                    .isBetween(
                            exact.multipliedBy(3).dividedBy(4),
                            exact.multipliedBy(5).dividedBy(4));
        }
    }

    @Test
    void a_refused_connection_is_unavailable() {
        kustomer.close();

        JobEnding.Failed failed = customers.run(customer()).failed();

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(failed.message()).contains("POST /v1/customers was not sent", "no connection");
    }

    static Stream<Named<Fault>> lostAnswers() {
        return Stream.of(
                named(Fault.close(Step.AFTER_STORING)),
                named(Fault.reset(Step.AFTER_STORING)),
                named(Fault.halfBody(Step.AFTER_STORING)),
                named(Fault.htmlSuccess(Step.AFTER_STORING)),
                named(Fault.emptySuccess(Step.AFTER_STORING)),
                named(Fault.status(Step.AFTER_STORING, 201, Map.of())),
                named(Fault.hugeBody(Step.AFTER_STORING, 3 * 1024 * 1024)),
                named(Fault.htmlError(Step.AFTER_STORING)),
                named(Fault.status(Step.AFTER_STORING, 504, Map.of())),
                named(Fault.stall(Step.AFTER_STORING, LATE)),
                named(Fault.slowDrip(Step.AFTER_STORING, Duration.ofSeconds(1))));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void a_stored_customer_whose_answer_is_lost_completes_the_job(Fault fault) {
        kustomer.inject(fault, RequestMatcher.method("POST"), 1);

        JobEnding ending = customers.run(shortOfTime(customer(), fault));

        assertThat(ending.completed().variables().path("customerId").asText()).isEqualTo(onlyCustomer());
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void so_does_one_without_any_identifier(Fault fault) {
        kustomer.inject(fault, RequestMatcher.method("POST"), 1);
        Task task = customers.task().with("customer.name", "Ada");

        JobEnding ending = customers.run(shortOfTime(task, fault));

        assertThat(ending.completed().variables().path("customerId").asText()).isEqualTo(onlyCustomer());
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void a_stored_conversation_whose_answer_is_lost_completes_the_job(Fault fault) {
        Task task = conversation();
        kustomer.inject(fault, RequestMatcher.method("POST"), 1);

        JobEnding ending = conversations.run(shortOfTime(task, fault).withHeader("resultVariable", "result"));

        assertThat(kustomer.conversations()).hasSize(1);
        assertThat(ending.completed().variables().path("conversationId").asText())
                .isEqualTo(kustomer.conversations().getFirst().path("id").asText());
        assertThat(ending.completed().variables().at("/result/outcome").asText())
                .isEqualTo("created");
    }

    @Test
    void an_answer_lost_twice_still_leads_to_one_customer() {
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);
        kustomer.inject(Fault.reset(Step.AFTER_READING), RequestMatcher.method("GET"), 3);

        JobEnding.Failed first = customers.run(customer()).failed();
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);
        JobEnding second = customers.run(customer().withRetries(first.retries()));

        assertThat(first.retries()).isEqualTo(2);
        assertThat(second.completed().variables().path("customerId").asText()).isEqualTo(onlyCustomer());
    }

    @Test
    void an_unreadable_answer_that_no_look_up_explains_is_tried_again() {
        kustomer.inject(Fault.htmlSuccess(Step.AFTER_READING), RequestMatcher.any(), 1);

        JobEnding.Failed failed = customers.run(customer()).failed();

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(failed.message()).contains("answered 200 with a body that is not a Kustomer record");
    }

    private Task customer() {
        return customers
                .task()
                .with("customer.name", "Ada")
                .with("customer.emails", "ada@example.org")
                .with("customer.custom", Map.of("colorStr", "blue"));
    }

    private Task conversation() {
        return conversations.task().with("conversation.customer", kustomer.seedCustomer("{\"name\":\"Ada\"}"));
    }

    private static Task shortOfTime(Task task, Fault fault) {
        boolean isSlow = fault.kind() == Fault.Kind.STALL || fault.kind() == Fault.Kind.SLOW_DRIP;
        return task.with("options.timeoutSeconds", isSlow ? 3 : 30);
    }

    private String onlyCustomer() {
        assertThat(kustomer.customers()).hasSize(1);
        return kustomer.customers().getFirst().path("id").asText();
    }

    private static Named<Fault> named(Fault fault) {
        return Named.of(fault.kind() + " " + fault.step(), fault);
    }

    private static Named<Consumer<KustomerSimulator>> answers(int status) {
        return setUp(
                "answers " + status,
                kustomer ->
                        kustomer.inject(Fault.status(Step.AFTER_READING, status, Map.of()), RequestMatcher.any(), 1));
    }

    private static Named<Consumer<KustomerSimulator>> setUp(String name, Consumer<KustomerSimulator> failing) {
        return Named.of(name, failing);
    }
}

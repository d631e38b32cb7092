package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.error.ConnectorExceptionBuilder;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import io.github.kustomerconnector.template.ElementTemplates;
import io.github.kustomerconnector.template.TemplateApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Only Kustomer gets the key. Only Kustomer and results get personal data. */
@ExtendWith(SharedEngine.class)
final class SecrecyTest {
    private static final String KEY = KustomerSimulator.API_KEY;
    private static final List<String> PERSONAL =
            List.of("Lovelace", "ada@example.org", "ada%40example.org", "8005551212", "C-4711");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @AutoClose
    private final LogWatch log;

    private final EmbeddedCamunda camunda;

    /** Starts the engine before the log is watched, because the engine configures logging. */
    SecrecyTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        this.log = LogWatch.open();
    }

    /** A situation in which a task runs. */
    record Event(String name, Consumer<KustomerSimulator> setUp, UnaryOperator<Task> task) {
        static Event at(String name, Consumer<KustomerSimulator> setUp) {
            return new Event(name, setUp, task -> task);
        }

        static Event with(String name, UnaryOperator<Task> task) {
            return new Event(name, kustomer -> {}, task);
        }

        static Event of(Fault fault) {
            return at(fault.kind() + " " + fault.step(), kustomer -> kustomer.inject(fault, RequestMatcher.any(), 4));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Event> events() {
        return Stream.of(
                Event.at("success", kustomer -> {}),
                Event.at("existing", kustomer -> kustomer.seedCustomer(seed("C-4711"))),
                Event.at("another external id", kustomer -> kustomer.seedCustomer(seed("C-4712"))),
                Event.at("two records", kustomer -> {
                    kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
                    kustomer.seedCustomer("{\"phones\":[{\"phone\":\"+18005551212\"}]}");
                }),
                Event.at("unknown attribute", kustomer -> kustomer.settings().knownCustomAttributes()),
                Event.at("rate limit", kustomer -> kustomer.settings().rateLimit(0)),
                Event.at("nobody there", KustomerSimulator::close),
                Event.of(Fault.status(Step.AFTER_READING, 503, Map.of())),
                Event.of(Fault.reset(Step.AFTER_READING)),
                Event.of(Fault.reset(Step.AFTER_STORING)),
                Event.of(Fault.halfBody(Step.AFTER_STORING)),
                Event.of(Fault.htmlSuccess(Step.AFTER_STORING)),
                Event.of(Fault.hugeBody(Step.AFTER_STORING, 3 * 1024 * 1024)),
                Event.at("missing role", kustomer -> kustomer.addKey(KEY, Set.of("org.permission.customer.read"))),
                Event.at("other region", kustomer -> kustomer.addForeignKey(KEY, "prod2")),
                new Event(
                        "outcome unknown",
                        kustomer -> kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.any(), 4),
                        task -> task.with("options.repeatProtection", "none")
                                .with("customer.externalId", null)
                                .with("customer.emails", null)
                                .with("customer.phones", null)),
                Event.with("malformed address", task -> task.with("customer.emails", "Ada Lovelace ada@example.org")),
                Event.with("text for an object", task -> task.with("customer", "ada@example.org")),
                Event.with("list for a text", task -> task.with("server.region", List.of("ada@example.org", "b"))),
                Event.with("key for an object", task -> task.with("authentication", "{{secrets.KUSTOMER_API_KEY}}")),
                Event.with("key in a list", task -> task.with("authentication.apiKey", List.of(KEY, KEY))),
                Event.with("key as a region", task -> task.with("server.region", KEY)),
                Event.with("key in an address", task -> task.with("server.baseUrl", "http://" + KEY + ".example.org")),
                Event.with("key as a name", task -> task.with("customer.name", "{{secrets.KUSTOMER_API_KEY}}")),
                Event.with("address as a field", task -> task.with("customer.custom", Map.of("ada@example.org", "x"))),
                Event.with("key as a field", task -> task.with("customer.custom", Map.of(KEY, "x"))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void no_log_line_message_or_variable_contains_the_key_or_personal_data(Event event) {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);
        event.setUp().accept(kustomer);
        Task task = event.task().apply(ada(jobs).withHeader("resultVariable", "result"));

        JobEnding ending = jobs.run(task);
        JobEnding withoutExpression = jobs.run(task.withoutErrorExpression());

        Stream.of(ending, withoutExpression).forEach(one -> {
            assertNoKey(one.toString());
            if (!(one instanceof JobEnding.Completed)) {
                assertNoPersonalData(one.toString());
            }
        });
        assertThat(log.lines("")).isNotEmpty().allSatisfy(SecrecyTest::assertNoKey);
        log.lines("").forEach(SecrecyTest::assertNoPersonalData);
    }

    @Test
    void our_own_log_has_one_line_for_each_request() {
        JobHandling jobs = JobHandling.ofCreateCustomer(kustomer);

        jobs.run(ada(jobs)).completed();

        assertThat(log.lines(LogWatch.OURS)).singleElement().asString().startsWith("POST /v1/customers -> 201 in ");
    }

    @Test
    void the_engine_never_sees_the_key() {
        camunda.secret("KUSTOMER_API_KEY", KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
        int before = camunda.records().since(0).size();
        camunda.deploy(process());

        camunda.runToEnd("secret", Map.of("email", "ada@example.org"));
        long refused = camunda.start("secret", Map.of("email", "nonsense"));
        await().atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> camunda.records().jobs(refused).stream()
                        .anyMatch(job -> job.state() == JobIntent.ERROR_THROWN));
        kustomer.addForeignKey("european-" + KEY, "prod2");
        camunda.secret("KUSTOMER_API_KEY", "european-" + KEY);
        long stopped = camunda.start("secret", Map.of("email", "grace@example.org"));
        camunda.awaitIncident(stopped);

        List<Record<?>> records = camunda.records().since(before);
        assertThat(records).hasSizeGreaterThan(50);
        assertThat(records).extracting(Record::toJson).allSatisfy(SecrecyTest::assertNoKey);
        assertThat(records)
                .extracting(Record::toJson)
                .anySatisfy(text -> assertThat(text).contains("{{secrets.KUSTOMER_API_KEY}}"));
    }

    @Test
    void the_checks_notice_a_connector_that_leaks() {
        JobHandling jobs = JobHandling.of(new LeakingConnector(), kustomer);
        Task task = Task.of(CreateCustomerConnector.class).with("customer.emails", "ada@example.org");

        JobEnding ending = jobs.run(task.withoutErrorExpression());

        assertThatThrownBy(() -> assertNoKey(ending.toString())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertNoPersonalData(ending.toString())).isInstanceOf(AssertionError.class);
        assertThat(log.lines("io.camunda.connector"))
                .as("the runtime's log, causes included")
                .anySatisfy(line -> assertThatThrownBy(() -> assertNoKey(line)));
        assertThat(log.lines(LogWatch.OURS)).anySatisfy(line -> assertThatThrownBy(() -> assertNoKey(line)));
    }

    private static Task ada(JobHandling jobs) {
        return jobs.task()
                .with("customer.name", "Ada Lovelace")
                .with("customer.emails", "ada@example.org")
                .with("customer.phones", "+18005551212")
                .with("customer.externalId", "C-4711")
                .with("customer.custom", Map.of("nickStr", "Countess Lovelace"));
    }

    private static String seed(String externalId) {
        return "{\"externalId\":\"%s\",\"emails\":[{\"email\":\"ada@example.org\"}]}".formatted(externalId);
    }

    private static BpmnModelInstance process() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("secret")
                .startEvent()
                .serviceTask("customer")
                .endEvent()
                .done();
        Map<String, String> typed = new HashMap<>();
        typed.put("server.region", "custom");
        typed.put("server.baseUrl", "{{secrets.KUSTOMER_BASE_URL}}");
        typed.put("customer.emails", "=email");
        typed.put("resultVariable", "result");
        new TemplateApplication(ElementTemplates.committed(CreateCustomerConnector.class))
                .apply(model, "customer", typed);
        return model;
    }

    private static void assertNoKey(String text) {
        assertThat(text).doesNotContain(KEY);
    }

    private static void assertNoPersonalData(String text) {
        assertThat(text).doesNotContain(PERSONAL);
    }

    /** Puts its variables into the log and into its failure. */
    @OutboundConnector(
            name = "Leaking Connector",
            type = "test:leaking:1",
            inputVariables = {"authentication"})
    private static final class LeakingConnector implements OutboundConnectorFunction {
        @Override
        public Object execute(OutboundConnectorContext context) {
            String all = context.getJobContext().getVariables();
            LoggerFactory.getLogger(LeakingConnector.class).trace("got {}", all);
            throw new ConnectorExceptionBuilder()
                    .errorCode("500")
                    .message("failed")
                    .cause(new IllegalStateException(all))
                    .errorVariables(Map.of("request", all))
                    .build();
        }
    }
}

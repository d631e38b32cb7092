package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.ErrorShape;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a job ends that is redelivered, or whose look-ups fail. */
final class RepeatedJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling customers = JobHandling.ofCreateCustomer(kustomer);
    private final JobHandling conversations = JobHandling.ofCreateConversation(kustomer);

    @ParameterizedTest
    @ValueSource(strings = {"returnExisting", "updateExisting", "fail"})
    void a_job_whose_completion_was_lost_finds_its_customer(String onDuplicate) {
        Task task = customer().with("options.onDuplicate", onDuplicate);
        customers.run(task).completed();

        JobEnding again = customers.run(task);

        assertThat(outcome(again)).isEqualTo("created");
        assertThat(kustomer.customers()).hasSize(1);
    }

    @Test
    void a_retry_finds_the_customer_of_an_unanswered_attempt() {
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RequestMatcher.method("GET"), 1);
        Task task = customer().with("options.onDuplicate", "fail");
        customers.run(task).failed();

        JobEnding again = customers.run(task);

        assertThat(outcome(again)).isEqualTo("created");
    }

    @Test
    void what_another_task_made_since_the_answer_was_lost_is_a_duplicate() {
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RequestMatcher.method("POST"), 1);
        Task task = customer().with("options.onDuplicate", "fail").withoutErrorExpression();
        customers.run(task).failed();
        customers.run(task.withElementInstanceKey(4712)).completed();

        JobEnding.Failed again = customers.run(task).failed();

        assertThat(again.code()).isEqualTo("KUSTOMER_DUPLICATE");
    }

    @Test
    void a_customer_created_by_another_client_after_a_lost_answer_is_updated() {
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), RequestMatcher.method("POST"), 1);
        Task task = customer().with("options.onDuplicate", "updateExisting");
        customers.run(task).failed();
        kustomer.seedCustomer("{\"name\":\"Somebody\",\"emails\":[{\"email\":\"ada@example.org\"}]}");

        customers.run(task).completed();

        assertThat(kustomer.customers())
                .extracting(customer -> customer.at("/attributes/name").asText())
                .containsExactly("Ada");
    }

    @Test
    void the_customer_of_another_task_has_the_outcome_existing() {
        customers.run(customer()).completed();

        JobEnding other = customers.run(customer().withElementInstanceKey(4712));

        assertThat(outcome(other)).isEqualTo("existing");
    }

    @Test
    void a_400_that_names_no_field_is_a_duplicate_if_a_look_up_finds_the_record() {
        kustomer.settings().duplicateStatus(400);
        kustomer.settings().errorShape(ErrorShape.NEW);
        String id = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");

        JobEnding ending = customers.run(customer());

        assertThat(outcome(ending)).isEqualTo("existing");
        assertThat(ending.variables().at("/result/id").asText()).isEqualTo(id);
    }

    @Test
    void a_400_that_names_no_field_stays_a_refusal_if_no_record_is_found() {
        kustomer.settings().errorShape(ErrorShape.NEW);
        kustomer.settings().knownCustomAttributes("planStr");

        JobEnding.Failed failed = customers.failure(customer().with("customer.custom", Map.of("otherStr", "x")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).startsWith("POST /v1/customers answered 400");
    }

    @Test
    void a_redirected_look_up_does_not_mean_that_the_record_is_absent() {
        String ada = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        kustomer.inject(Fault.redirect(Step.AFTER_READING, "http://127.0.0.1:9/"), RequestMatcher.method("GET"), 1);

        JobEnding.Failed failed = conversations.failure(conversations
                .task()
                .with("conversation.customer", ada)
                .with("options.repeatProtection", "lookUpFirst"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isPositive();
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void a_lost_answer_that_may_not_be_looked_up_is_an_unknown_outcome() {
        kustomer.addKey("may-only-create", Set.of("org.permission.customer.create"));
        customers.secret("KUSTOMER_API_KEY", "may-only-create");
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);

        JobEnding.Failed failed = customers.failure(customer());

        assertThat(failed.code()).isEqualTo("KUSTOMER_OUTCOME_UNKNOWN");
        assertThat(failed.message()).contains("POST /v1/customers got no answer", "org.permission.customer.read");
        assertThat(failed.retries()).isZero();
    }

    private Task customer() {
        return customers
                .task()
                .with("customer.name", "Ada")
                .with("customer.emails", "ada@example.org")
                .withHeader("resultVariable", "result");
    }

    private static String outcome(JobEnding ending) {
        return ending.completed().variables().at("/result/outcome").asText();
    }
}

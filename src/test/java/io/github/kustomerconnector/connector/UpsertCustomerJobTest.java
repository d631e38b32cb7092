package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class UpsertCustomerJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(UpsertCustomerConnector::new, kustomer);

    @Test
    void creates_an_absent_customer_in_two_requests() {
        JobEnding ending = jobs.run(task());

        assertThat(ending.completed().variables())
                .isEqualTo(tree("{\"customerId\":\"%s\",\"customerOutcome\":\"created\"}".formatted(id())));
        assertThat(methods()).containsExactly("GET", "POST");
    }

    @Test
    void updates_an_existing_customer_in_two_requests_and_keeps_addresses_and_company() {
        String there = kustomer.seedCustomer("""
                {"name": "Countess", "company": "5f00000000000000000000c0",
                 "emails": [{"email": "ada@example.org"}, {"email": "countess@example.org"}]}""");

        JsonNode result = jobs.result(task());

        assertThat(result.path("id").asText()).isEqualTo(there);
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(result.at("/attributes/name").asText()).isEqualTo("Ada");
        assertThat(result.at("/attributes/emails").findValuesAsText("email"))
                .containsExactlyInAnyOrder("ada@example.org", "countess@example.org");
        assertThat(result.at("/relationships/company/data/id").asText()).isEqualTo("5f00000000000000000000c0");
        assertThat(methods()).containsExactly("GET", "PUT");
    }

    @Test
    void a_customer_that_is_created_in_between_is_updated() {
        kustomer.beforeNextStore(
                request -> kustomer.seedCustomer("{\"name\":\"X\",\"emails\":[{\"email\":\"ada@example.org\"}]}"));

        JsonNode result = jobs.result(task());

        assertThat(result.path("id").asText()).isEqualTo(id());
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(result.at("/attributes/name").asText()).isEqualTo("Ada");
        assertThat(methods()).containsExactly("GET", "POST", "GET", "PUT");
    }

    @Test
    void an_address_that_an_agent_adds_in_between_is_kept() {
        String there = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
        JobHandling agent = JobHandling.of(new UpdateCustomerConnector(JobHandling.environment("agent")), kustomer);
        kustomer.beforeNextStore(request -> agent.run(agent.task()
                        .with("target.id", there)
                        .with("customer.emails", "countess@example.org")
                        .with("change.lists", "add"))
                .completed());

        assertThat(jobs.run(task()).failed().retries()).isEqualTo(2);
        JsonNode result = jobs.result(task());

        assertThat(result.at("/attributes/emails").findValuesAsText("email"))
                .containsExactlyInAnyOrder("ada@example.org", "countess@example.org");
    }

    @Test
    void a_redelivered_job_creates_no_second_customer_also_after_a_crash() {
        jobs.result(task());

        JsonNode again = jobs.result(task());
        JsonNode afterCrash = jobs.restarted().result(task());

        assertThat(again.path("outcome").asText()).isEqualTo("created");
        assertThat(afterCrash.path("outcome").asText()).isEqualTo("updated");
        assertThat(List.of(again.path("id").asText(), afterCrash.path("id").asText()))
                .containsOnly(id());
    }

    @Test
    void an_address_of_a_customer_with_another_external_id_is_a_duplicate() {
        kustomer.seedCustomer("{\"externalId\":\"C-1\",\"emails\":[{\"email\":\"ada@example.org\"}]}");

        JobEnding.Failed failed = jobs.failure(task().with("customer.externalId", "C-2"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains(id()).doesNotContain("C-1", "C-2", "ada@");
        assertThat(methods()).containsExactly("GET", "GET");
    }

    @Test
    void a_customer_without_an_identifier_is_an_error_for_the_process() {
        JobEnding ending = jobs.run(task().with("customer.emails", null));

        assertThat(ending.errorThrown().code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void a_shared_phone_of_a_customer_with_another_e_mail_is_a_duplicate() {
        kustomer.seedCustomer("""
                {"name": "Bob", "emails": [{"email": "bob@example.org"}], "phones": [{"phone": "+18005551212"}]}""");

        JobEnding.Failed failed = jobs.failure(task().with("customer.phones", "+18005551212"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains(id(), "has the same phone, but another e-mail");
        assertThat(methods()).containsOnly("GET");
        assertThat(kustomer.customers().getFirst().at("/attributes/name").asText())
                .isEqualTo("Bob");
    }

    @Test
    void an_entry_that_exists_keeps_the_parts_that_the_task_does_not_give() {
        kustomer.seedCustomer("""
                {"emails": [{"email": "ada@example.org", "type": "work", "verified": true}],
                 "urls": [{"url": "https://ada.example.org", "type": "blog"}]}""");

        JsonNode result = jobs.result(
                task().with("customer.urls", "https://new.example.org").with("customer.emails", "ADA@example.org"));

        assertThat(result.at("/attributes/emails"))
                .hasToString("[{\"email\":\"ada@example.org\",\"type\":\"work\",\"verified\":true}]");
        assertThat(result.at("/attributes/urls").findValuesAsText("url"))
                .containsExactlyInAnyOrder("https://ada.example.org", "https://new.example.org");
    }

    @Test
    void a_customer_that_has_everything_already_is_not_updated() {
        String existing = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");

        JsonNode result =
                jobs.result(task().with("customer.name", null).with("customer.custom", Map.of("planStr", "")));

        assertThat(result.path("id").asText()).isEqualTo(existing);
        assertThat(result.path("outcome").asText()).isEqualTo("existing");
        assertThat(methods()).containsExactly("GET");
    }

    private Task task() {
        return jobs.task().with("customer.name", "Ada").with("customer.emails", "ada@example.org");
    }

    private List<String> methods() {
        return kustomer.requests().stream().map(RecordedRequest::method).toList();
    }

    private String id() {
        assertThat(kustomer.customers()).hasSize(1);
        return kustomer.customers().getFirst().path("id").asText();
    }
}

package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpdateCustomerJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(UpdateCustomerConnector::new, kustomer);

    private final String id = kustomer.seedCustomer("""
            {"name": "Ada", "company": "5f00000000000000000000c0", "birthdayAt": "1985-12-10T00:00:00.000Z",
             "emails": [{"email": "ada@example.org"}], "tags": ["vip"],
             "custom": {"planStr": "gold", "seatsNum": 12}}""");

    @Test
    void the_result_expression_of_the_template_returns_the_customer_id() {
        JobEnding ending = jobs.run(task().with("customer.name", "Grace"));

        assertThat(ending.completed().variables()).isEqualTo(tree("{\"customerId\":\"%s\"}".formatted(id)));
    }

    @Test
    void changes_what_is_given_and_nothing_else() {
        JsonNode result =
                jobs.result(task().with("customer.name", "Grace").with("customer.custom", Map.of("seatsNum", 13)));

        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(stored("/attributes/name")).isEqualTo("Grace");
        assertThat(stored("/attributes/custom/planStr")).isEqualTo("gold");
        assertThat(stored("/attributes/custom/seatsNum")).isEqualTo("13");
        assertThat(stored("/attributes/emails/0/email")).isEqualTo("ada@example.org");
        assertThat(stored("/attributes/birthdayAt")).isNotEmpty();
        assertThat(stored("/relationships/company/data/id")).isEqualTo("5f00000000000000000000c0");
        assertThat(methods()).containsExactly("GET", "PUT");
    }

    @Test
    void empties_what_is_named() {
        jobs.result(task().with("change.clear", List.of("company", "birthdayAt", "emails", "tags", "custom.planStr")));

        assertThat(stored("/relationships/company/data/id")).isEmpty();
        assertThat(stored("/attributes/birthdayAt")).isEmpty();
        assertThat(customer().at("/attributes/emails")).isEmpty();
        assertThat(customer().at("/attributes/tags")).isEmpty();
        assertThat(customer().at("/attributes/custom")).isEqualTo(tree("{\"seatsNum\":12}"));
        assertThat(methods()).containsExactly("PUT");
    }

    @Test
    void replaces_a_list_or_adds_to_it_by_choice() {
        Task task = task().with("customer.emails", "grace@example.org");

        jobs.result(task);
        List<String> added = emails();
        jobs.result(task.with("change.lists", "replace"));

        assertThat(added).containsExactlyInAnyOrder("ada@example.org", "grace@example.org");
        assertThat(emails()).containsExactly("grace@example.org");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            urls         | {"url":"https://example.org/%s"}
            externalIds  | {"externalId":"%s"}
            facebookIds  | {"pageId":"1","userId":"%s"}
            instagramIds | {"pageId":"1","threadId":"%s","username":"ada"}""")
    void an_entry_that_differs_only_in_case_is_added_if_its_case_counts(String list, String entry) {
        String customer = kustomer.seedCustomer("{\"%s\":[%s]}".formatted(list, entry.formatted("aB")));

        jobs.result(jobs.task().with("target.id", customer).with("customer." + list, tree(entry.formatted("Ab"))));

        assertThat(kustomer.customers().getLast().at("/attributes/" + list)).hasSize(2);
    }

    @Test
    void an_added_entry_that_exists_keeps_the_parts_that_the_task_does_not_give() {
        String ann = kustomer.seedCustomer("""
                {"emails": [{"email": "ann@example.com", "type": "work", "verified": true}],
                 "phones": [{"phone": "+18005551212", "type": "mobile"}, {"phone": "+18005550000"}]}""");

        JsonNode result = jobs.result(task().with("target.id", ann)
                .with("customer.emails", "Ann@Example.com")
                .with("customer.phones", Map.of("phone", "001 800 5551212", "verified", true)));

        assertThat(result.at("/attributes/emails"))
                .hasToString("[{\"email\":\"ann@example.com\",\"type\":\"work\",\"verified\":true}]");
        assertThat(result.at("/attributes/phones/0"))
                .hasToString("{\"phone\":\"+18005551212\",\"type\":\"mobile\",\"verified\":true}");
        assertThat(result.at("/attributes/phones")).hasSize(2);
    }

    @Test
    void refuses_an_update_of_blank_custom_attributes_only() {
        JobEnding.Failed failed = jobs.failure(task().with("customer.custom", Map.of("planStr", "")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("customer changes nothing");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void an_address_that_another_client_adds_in_between_is_kept() {
        kustomer.beforeNextStore(request -> addAddressByAnotherClient());

        jobs.result(task().with("customer.emails", "grace@example.org").with("change.lists", "add"));

        assertThat(emails()).containsExactlyInAnyOrder("meanwhile@example.org", "grace@example.org");
    }

    @Test
    void an_absent_customer_is_an_error_for_the_process() {
        JobEnding ending =
                jobs.run(task().with("target.id", "5f0000000000000000000bad").with("customer.name", "Grace"));

        assertThat(ending.errorThrown().code()).isEqualTo("KUSTOMER_NOT_FOUND");
    }

    @Test
    void an_address_of_another_customer_is_a_duplicate() {
        kustomer.seedCustomer("{\"emails\":[{\"email\":\"grace@example.org\"}]}");

        JobEnding.Failed failed = jobs.failure(task().with("customer.emails", "grace@example.org"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).contains("emails").doesNotContain("grace@");
    }

    @Test
    void a_lost_answer_and_a_redelivery_have_the_same_result() {
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);
        Task task = task().with("customer.emails", "grace@example.org").with("change.lists", "add");

        JobEnding.Failed failed = jobs.failure(task);
        jobs.result(task);
        jobs.restarted().result(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(emails()).containsExactlyInAnyOrder("ada@example.org", "grace@example.org");
    }

    @Test
    void an_outdated_revision_is_refused_except_after_the_change_of_the_task_itself() {
        Task task = task().with("customer.name", "Grace").with("change.rev", 1);

        jobs.result(task);
        JsonNode again = jobs.result(task);
        JobEnding.Failed other = jobs.failure(task.withElementInstanceKey(4712));

        assertThat(again.path("outcome").asText()).isEqualTo("updated");
        assertThat(other.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(other.message()).contains("no longer at revision 1");
        assertThat(stored("/attributes/rev")).isEqualTo("2");
    }

    @Test
    void refuses_a_change_of_nothing() {
        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(kustomer.requests()).isEmpty();
    }

    private Task task() {
        return jobs.task().with("target.id", id);
    }

    private void addAddressByAnotherClient() {
        jobs.restarted()
                .result(task().with("customer.emails", "meanwhile@example.org")
                        .with("change.lists", "replace")
                        .withElementInstanceKey(4712));
    }

    private List<String> methods() {
        return kustomer.requests().stream().map(RecordedRequest::method).toList();
    }

    private List<String> emails() {
        return customer().at("/attributes/emails").findValuesAsText("email");
    }

    private String stored(String path) {
        return customer().at(path).asText();
    }

    private JsonNode customer() {
        return kustomer.customers().getFirst();
    }
}

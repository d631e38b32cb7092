package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpsertCompanyJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(UpsertCompanyConnector::new, kustomer);

    @Test
    void creates_an_absent_company_in_two_requests() {
        JobEnding ending = jobs.run(task().with("company.domains", "acme.example.org"));

        assertThat(ending.completed().variables())
                .isEqualTo(tree("{\"companyId\":\"%s\",\"companyOutcome\":\"created\"}".formatted(id())));
        assertThat(company().at("/attributes/domains/0/domain").asText()).isEqualTo("acme.example.org");
        assertThat(methods()).containsExactly("GET", "POST");
    }

    @Test
    void updates_the_company_with_the_external_id_and_keeps_its_list_entries() {
        String existing = seed("""
                {"name": "Old", "externalId": "A-1", "domains": [{"domain": "old.example.org"}],
                 "emails": [{"email": "old@acme.example.org"}]}""");

        JsonNode result = jobs.result(task().with("company.externalId", "A-1")
                .with("company.domains", "acme.example.org")
                .with("company.emails", "new@acme.example.org"));

        assertThat(result.path("id").asText()).isEqualTo(existing);
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(result.path("url").asText()).isEqualTo(kustomer.url() + "/v1/companies/" + existing);
        assertThat(company().at("/attributes/name").asText()).isEqualTo("Acme Ltd");
        assertThat(company().at("/attributes/domains").findValuesAsText("domain"))
                .containsExactlyInAnyOrder("old.example.org", "acme.example.org");
        assertThat(company().at("/attributes/emails").findValuesAsText("email"))
                .containsExactlyInAnyOrder("old@acme.example.org", "new@acme.example.org");
        assertThat(methods()).containsExactly("GET", "PUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme Ltd", "ACME LTD"})
    void finds_a_company_by_its_whole_name_in_any_case(String name) {
        String existing = seed("{\"name\": \"%s\"}".formatted(name));
        kustomer.seedRecord("company", "{\"name\": \"The Acme Ltd Fan Club\"}");

        JsonNode result = jobs.result(task().with("company.employeeCount", 7));

        assertThat(result.path("id").asText()).isEqualTo(existing);
        assertThat(kustomer.records("company")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Caf\u00e9 Ltd | ` caf\u00e9   ltd`
                    Caf\u00e9 Ltd | Cafe\u0301 Ltd
                    Caf\u00e9 Ltd | Caf\u00e9\u00a0\u00a0Ltd
                    `Caf\u00e9  Ltd` | `Caf\u00e9  Ltd`
                    """)
    void finds_a_company_by_its_name_with_other_blanks_or_another_spelling_of_an_accent(String stored, String name) {
        String existing = seed("{\"name\": \"%s\"}".formatted(stored));

        JsonNode result = jobs.result(jobs.task().with("company.name", name));

        assertThat(result.path("id").asText()).isEqualTo(existing);
        assertThat(kustomer.records("company")).hasSize(1);
    }

    @Test
    void a_new_company_gets_its_name_with_single_blanks_so_that_each_spelling_finds_it() {
        String first = jobs.result(jobs.task().with("company.name", "Acme   Ltd"))
                .path("id")
                .asText();
        String repeated = jobs.restarted()
                .result(jobs.task().with("company.name", "Acme   Ltd"))
                .path("id")
                .asText();
        String other = jobs.restarted()
                .result(jobs.task().with("company.name", "acme ltd"))
                .path("id")
                .asText();

        assertThat(repeated).isEqualTo(first);
        assertThat(other).isEqualTo(first);
    }

    @Test
    void a_company_that_has_everything_already_is_not_updated() {
        seed("{\"name\": \"Acme Ltd\"}");

        assertThat(jobs.result(task()).path("outcome").asText()).isEqualTo("existing");
        assertThat(methods()).containsExactly("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"externalId", "name"})
    void two_hits_are_a_duplicate_that_lists_both(String match) {
        String first = kustomer.seedRecord("company", "{\"name\": \"Acme Ltd\", \"externalId\": \"A-1\"}");
        String second = kustomer.seedRecord("company", "{\"name\": \"Acme Ltd\", \"externalId\": \"A-1\"}");

        JobEnding.Failed failed =
                jobs.failure(task().with("options.match", match).with("company.externalId", "A-1"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains(first, second, match.equals("name") ? "this name" : "this external ID");
        assertThat(failed.message()).doesNotContain("A-1", "Acme");
        assertThat(methods()).containsExactly("GET");
    }

    @Test
    void a_company_on_a_later_page_is_found() {
        for (int i = 0; i < 120; i++) {
            kustomer.seedRecord("company", "{\"name\": \"Acme Ltd %s\"}".formatted(i));
        }
        String last = kustomer.seedRecord("company", "{\"name\": \"Acme Ltd\"}");

        JsonNode result = jobs.result(task());

        assertThat(result.path("id").asText()).isEqualTo(last);
        assertThat(methods()).containsExactly("GET", "GET");
    }

    @Test
    void more_than_2000_similar_names_are_refused_instead_of_guessed() {
        for (int i = 0; i <= 2_000; i++) {
            kustomer.seedRecord("company", "{\"name\": \"Acme Ltd %s\"}".formatted(i));
        }

        JobEnding.Failed failed = jobs.failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("too many records are similar to this name");
        assertThat(methods()).hasSize(20).containsOnly("GET");
    }

    @Test
    void a_company_with_the_name_and_another_external_id_is_a_duplicate() {
        String other = seed("{\"name\": \"Acme Ltd\", \"externalId\": \"A-2\"}");

        JobEnding.Failed failed =
                jobs.failure(task().with("options.match", "name").with("company.externalId", "A-1"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains(other, "same name, but another external ID");
    }

    @Test
    void an_id_only_updates() {
        String existing = seed("{\"name\": \"Old\", \"tags\": [\"vip\"]}");
        Task byId = task().with("options.match", "id").with("options.companyId", existing);

        JsonNode updated = jobs.result(byId);
        kustomer.reset();
        JobEnding.Failed failed = jobs.failure(byId);

        assertThat(updated.path("outcome").asText()).isEqualTo("updated");
        assertThat(updated.at("/attributes/name").asText()).isEqualTo("Acme Ltd");
        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(kustomer.records("company")).isEmpty();
    }

    @Test
    void a_redelivered_job_creates_no_second_company_also_after_a_crash() {
        jobs.result(task());

        assertThat(jobs.result(task()).path("outcome").asText()).isEqualTo("created");
        assertThat(jobs.restarted().result(task()).path("outcome").asText()).isEqualTo("existing");
        assertThat(kustomer.records("company")).hasSize(1);
    }

    @Test
    void a_company_that_another_client_changes_in_between_is_read_again() {
        String existing = seed("{\"name\": \"Acme Ltd\", \"domains\": [{\"domain\": \"old.example.org\"}]}");
        JobHandling agent = jobs.restarted();
        kustomer.beforeNextStore(request -> agent.result(agent.task()
                .with("options.match", "id")
                .with("options.companyId", existing)
                .with("company.domains", "agent.example.org")));
        Task task = task().with("company.domains", "acme.example.org");

        assertThat(jobs.run(task).failed().retries()).isEqualTo(2);
        jobs.result(task);

        assertThat(company().at("/attributes/domains").findValuesAsText("domain"))
                .containsExactlyInAnyOrder("old.example.org", "agent.example.org", "acme.example.org");
    }

    private Task task() {
        return jobs.task().with("company.name", "Acme Ltd");
    }

    private String seed(String json) {
        return kustomer.seedRecord("company", json);
    }

    private JsonNode company() {
        assertThat(kustomer.records("company")).hasSize(1);
        return kustomer.records("company").getFirst();
    }

    private String id() {
        return company().path("id").asText();
    }

    private List<String> methods() {
        return kustomer.requests().stream().map(RecordedRequest::method).toList();
    }
}

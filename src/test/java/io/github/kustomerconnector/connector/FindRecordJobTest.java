package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FindRecordJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(FindRecordConnector::new, kustomer);

    @ParameterizedTest
    @CsvSource({
        "queue,   key,        complaints",
        "user,    email,      ada@example.org",
        "company, externalId, C-7",
        "queue,   name,       Complaints",
        "user,    name,       ada lovelace",
        "team,    name,       Support",
        "company, name,       ACME",
        "tag,     name,       vip"
    })
    void the_result_expression_of_the_template_returns_the_id(String kind, String by, String value) {
        kustomer.seedOrganization();
        kustomer.seedRecord("company", "{\"name\":\"Acme\",\"externalId\":\"C-7\"}");
        String expected = kustomer.records(kind).stream()
                .filter(record -> record.path("attributes")
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .contains(value.toLowerCase(Locale.ROOT)))
                .map(record -> record.path("id").asText())
                .findFirst()
                .orElseThrow();

        JobEnding ending = jobs.run(task(kind, by, value));

        assertThat(ending.completed().variables())
                .isEqualTo(tree("{\"recordFound\":true,\"recordId\":\"%s\"}".formatted(expected)));
        assertThat(kustomer.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "queue,/v1/routing/queues/",
        "user,/v1/users/",
        "team,/v1/teams/",
        "company,/v1/companies/",
        "tag,/v1/tags/"
    })
    void finds_a_record_by_its_id(String kind, String path) {
        String id = kustomer.seedRecord(kind, "{\"name\":\"Support\"}");

        JsonNode result = jobs.result(task(kind, "id", id));

        assertThat(result.path("id").asText()).isEqualTo(id);
        assertThat(result.path("type").asText()).isEqualTo(kind);
        assertThat(result.path("url").asText()).isEqualTo(kustomer.url() + path + id);
        assertThat(result.at("/ids/0").asText()).isEqualTo(id);
        assertThat(kustomer.requests().getLast().path()).isEqualTo(path + id);
    }

    @ParameterizedTest
    @CsvSource({"queue, Caf\u00e9, Cafe\u0301", "team, Cafe\u0301, Caf\u00e9", "company, Caf\u00e9 Ltd, CAFE\u0301 Ltd"
    })
    void an_accent_has_two_spellings(String kind, String stored, String name) {
        String id = kustomer.seedRecord(kind, "{\"name\":\"%s\"}".formatted(stored));

        JsonNode result = jobs.result(jobs.task().with("record.kind", kind).with("record.name", name));

        assertThat(result.path("id").asText()).isEqualTo(id);
    }

    @Test
    void the_same_case_wins_over_another_one_and_a_name_over_a_display_name() {
        kustomer.seedRecord("queue", "{\"name\":\"orders\",\"displayName\":\"Orders\"}");
        String same = kustomer.seedRecord("queue", "{\"name\":\"Orders\",\"displayName\":\"All orders\"}");

        JsonNode result = jobs.result(task("queue", "name", "Orders"));

        assertThat(result.path("id").asText()).isEqualTo(same);
        assertThat(result.path("ids")).hasSize(1);
    }

    @Test
    void two_records_of_one_name_are_a_duplicate_that_lists_both_ids_unless_the_first_one_is_wanted() {
        String first = kustomer.seedRecord("team", "{\"name\":\"Support\"}");
        String second = kustomer.seedRecord("team", "{\"name\":\"Support\"}");

        JobEnding.Failed failed = jobs.failure(task("team", "name", "Support"));
        JsonNode result = jobs.result(task("team", "name", "Support").with("record.ifSeveral", "first"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message())
                .startsWith("record.name: 2 records of the kind team have this name: ")
                .contains(first, second)
                .doesNotContain("Support");
        assertThat(failed.variables().at("/error/variables/ids")).hasSize(2);
        assertThat(result.path("id").asText()).isEqualTo(first);
        assertThat(result.path("ids")).hasSize(2);
    }

    @Test
    void a_name_that_no_record_has_is_not_found() {
        JsonNode result = jobs.result(task("team", "name", "Support"));
        JobEnding.Failed failed = jobs.failure(task("team", "name", "Support").with("options.ifAbsent", "fail"));

        assertThat(result.path("found").asBoolean()).isFalse();
        assertThat(result.path("ids")).isEmpty();
        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).isEqualTo("record.name: there is no team with this name");
    }

    @ParameterizedTest
    @CsvSource({"user,email,gone@example.org", "user,name,Gone"})
    void a_deactivated_user_is_left_out_unless_it_is_wanted(String kind, String by, String value) {
        kustomer.seedRecord("user", "{\"name\":\"Gone\",\"email\":\"gone@example.org\",\"deleted\":true}");

        JsonNode without = jobs.result(task(kind, by, value));
        JsonNode with = jobs.result(task(kind, by, value).with("record.includeDeactivated", "true"));

        assertThat(without.path("found").asBoolean()).isFalse();
        assertThat(with.path("found").asBoolean()).isTrue();
    }

    @Test
    void the_password_settings_and_the_signature_of_a_user_stay_in_kustomer() {
        String id = kustomer.seedRecord(
                "user", "{\"name\":\"Ada\",\"password\":{\"updatedAt\":\"x\"},\"emailSignature\":\"Ada\"}");

        JsonNode result = jobs.result(task("user", "id", id));

        assertThat(result.at("/attributes/name").asText()).isEqualTo("Ada");
        assertThat(result.path("attributes").has("password")).isFalse();
        assertThat(result.path("attributes").has("emailSignature")).isFalse();
    }

    @Test
    void reads_four_pages_of_users_and_refuses_to_conclude_from_the_first_2000() {
        for (int i = 0; i < 2_000; i++) {
            kustomer.seedRecord("user", "{\"name\":\"user %s\"}".formatted(i));
        }

        JsonNode found = jobs.result(task("user", "name", "user 1900").with("record.ifSeveral", "first"));
        JobEnding.Failed failed = jobs.failure(task("user", "name", "somebody"));

        assertThat(found.path("found").asBoolean()).isTrue();
        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).startsWith("record.name was compared with the first 2000 records only");
        assertThat(kustomer.requests()).hasSize(8);
    }

    @Test
    void reads_twenty_pages_of_queues_at_most() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2_100; i++) {
            ids.add(kustomer.seedRecord("queue", "{\"name\":\"queue %s\"}".formatted(i)));
        }

        JobEnding.Failed failed = jobs.failure(task("queue", "name", "queue 2050"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).doesNotContain(ids.getFirst());
        assertThat(kustomer.requests()).hasSize(20);
    }

    private Task task(String kind, String by, String value) {
        return jobs.task().with("record.kind", kind).with("record.by", by).with("record." + by, value);
    }
}

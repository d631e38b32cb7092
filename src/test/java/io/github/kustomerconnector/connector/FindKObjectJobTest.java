package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FindKObjectJobTest {
    private static final String NOBODY = "5f0000000000000000000bad";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(FindKObjectConnector::new, kustomer);

    private final String customer = kustomer.seedCustomer("{}");

    @Test
    void the_result_expression_of_the_template_returns_the_id() {
        String id = seed("\"title\":\"one\"");

        JobEnding ending = jobs.run(task("id").with("kobject.id", id));

        JsonNode variables = ending.completed().variables();
        assertThat(variables.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("kobjectFound", "kobjectId", "kobjectCount", "kobjectRecords");
        assertThat(variables.path("kobjectFound").asBoolean()).isTrue();
        assertThat(variables.path("kobjectId").asText()).isEqualTo(id);
        assertThat(variables.path("kobjectCount").asInt()).isEqualTo(1);
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void a_kobject_is_found_by_its_external_id() {
        String id = seed("\"title\":\"one\",\"externalId\":\"O/7\"");

        JsonNode result = jobs.result(task("externalId").with("kobject.externalId", "O/7"));

        assertThat(result.path("id").asText()).isEqualTo(id);
        assertThat(result.at("/attributes/title").asText()).isEqualTo("one");
        assertThat(result.path("count").asInt()).isEqualTo(1);
        assertThat(result.path("url").asText()).isEqualTo(kustomer.url() + "/v1/klasses/order/" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "company"})
    void the_kobjects_of_an_owner_are_listed_over_pages(String owner) {
        String company = kustomer.seedRecord("company", "{\"name\":\"Acme\"}");
        List<String> ids = IntStream.range(0, 150)
                .mapToObj(i -> seed("\"title\":\"x\",\"company\":\"%s\"".formatted(company)))
                .toList();
        Task task = task(owner).with("kobject." + owner, owner.equals("customer") ? customer : company);

        JsonNode some = jobs.result(task);
        JsonNode all = jobs.result(task.with("kobject.most", 200));

        assertThat(ids(some)).isEqualTo(ids.subList(0, 20));
        assertThat(some.path("complete").asBoolean()).isFalse();
        assertThat(ids(all)).isEqualTo(ids);
        assertThat(all.path("complete").asBoolean()).isTrue();
        assertThat(all.path("id").asText()).isEqualTo(ids.getFirst());
    }

    @Test
    void the_list_has_an_order_and_a_first_date() {
        seed("\"title\":\"a\",\"createdAt\":\"2020-01-01T00:00:00Z\"");
        String second = seed("\"title\":\"b\"");
        String third = seed("\"title\":\"c\"");

        JsonNode result =
                jobs.result(task("customer").with("kobject.order", "newest").with("kobject.fromDate", "2024-01-01"));

        assertThat(ids(result)).containsExactly(third, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "externalId", "customer"})
    void an_absent_kobject_is_a_result_or_a_failure_by_choice(String by) {
        Task task = task(by).with("kobject.id", NOBODY).with("kobject.externalId", "4711");

        JsonNode result = jobs.result(task);
        JobEnding.Failed failed = jobs.failure(task.with("options.ifAbsent", "fail"));

        assertThat(result.path("found").asBoolean()).isFalse();
        assertThat(result.path("records")).isEmpty();
        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.retries()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"order, " + NOBODY, "oder, "})
    void a_list_of_an_unknown_owner_or_klass_is_a_failure(String klass, String owner) {
        JobEnding.Failed failed = jobs.failure(task("customer")
                .with("kobject.klass", klass)
                .with("kobject.customer", owner == null ? customer : owner));

        assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(failed.message()).startsWith("GET /v1/customers/{id}/klasses/{name} answered 404");
    }

    private Task task(String by) {
        return jobs.task().with("kobject.klass", "order").with("kobject.by", by).with("kobject.customer", customer);
    }

    private String seed(String fields) {
        return kustomer.seedRecord("kobject.order", "{\"customer\":\"%s\",%s}".formatted(customer, fields));
    }

    private static List<String> ids(JsonNode result) {
        return result.path("records").findValuesAsText("id");
    }
}

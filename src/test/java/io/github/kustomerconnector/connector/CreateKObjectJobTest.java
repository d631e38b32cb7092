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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreateKObjectJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(CreateKObjectConnector::new, kustomer);

    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");

    @Test
    void looks_up_the_external_id_and_creates_the_kobject_of_the_customer() {
        JobEnding ending = jobs.run(task().with("kobject.data", Map.of("lines", List.of(1, 2))));

        assertThat(ending.completed().variables()).isEqualTo(tree("{\"kobjectId\":\"%s\"}".formatted(id())));
        assertThat(methods()).containsExactly("GET", "POST");
        assertThat(order().at("/relationships/customer/data/id").asText()).isEqualTo(customer);
        assertThat(order().at("/attributes/data/lines")).hasSize(2);
        assertThat(order().at("/attributes/externalId").asText()).isEqualTo("4711");
    }

    @Test
    void the_result_is_the_record_with_its_type_and_address() {
        JsonNode result = jobs.result(task());

        assertThat(result.path("type").asText()).isEqualTo("kobject.order");
        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.path("url").asText()).isEqualTo(kustomer.url() + "/v1/klasses/order/" + id());
    }

    @Test
    void a_kobject_without_an_external_id_gets_one_from_the_task() {
        jobs.result(task().with("kobject.externalId", null));
        JsonNode afterCrash = jobs.restarted().result(task().with("kobject.externalId", null));

        assertThat(order().at("/attributes/externalId").asText()).startsWith("camunda-");
        assertThat(afterCrash.path("id").asText()).isEqualTo(id());
        assertThat(afterCrash.path("outcome").asText()).isEqualTo("created");
    }

    @ParameterizedTest
    @CsvSource({"returnExisting, existing, Old", "updateExisting, updated, Order 7"})
    void an_existing_kobject_is_returned_or_updated(String onDuplicate, String outcome, String title) {
        String existing = seed("\"title\":\"Old\"");

        JsonNode result = jobs.result(task().with("options.onDuplicate", onDuplicate));

        assertThat(result.path("id").asText()).isEqualTo(existing);
        assertThat(result.path("outcome").asText()).isEqualTo(outcome);
        assertThat(order().at("/attributes/title").asText()).isEqualTo(title);
    }

    @Test
    void an_existing_kobject_can_be_a_failure() {
        String existing = seed("\"title\":\"Old\"");

        JobEnding.Failed failed = jobs.failure(task().with("options.onDuplicate", "fail"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains(existing);
        assertThat(methods()).containsExactly("GET");
    }

    @Test
    void a_kobject_of_another_owner_is_never_taken_for_the_own() {
        String other = kustomer.seedCustomer("{}");
        String existing = seed("\"title\":\"Old\",\"customer\":\"%s\"".formatted(other));

        JobEnding.Failed failed = jobs.failure(task().with("options.onDuplicate", "updateExisting"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_DUPLICATE");
        assertThat(failed.message()).contains(existing, "same external ID, but another customer");
    }

    @Test
    void an_owner_that_the_answer_does_not_name_is_not_compared() {
        seed("\"title\":\"Old\",\"customer\":\"%s\"".formatted(customer));
        kustomer.settings().kobjectOwners(false);

        assertThat(jobs.result(task()).path("outcome").asText()).isEqualTo("existing");
    }

    @Test
    void equal_external_ids_of_two_klasses_are_two_kobjects() {
        kustomer.settings().klass("invoice");
        jobs.result(task());

        JsonNode result = jobs.result(task().with("kobject.klass", "invoice"));

        assertThat(result.path("outcome").asText()).isEqualTo("created");
        assertThat(result.path("type").asText()).isEqualTo("kobject.invoice");
        assertThat(kustomer.records("kobject.invoice")).hasSize(1);
        assertThat(kustomer.records("kobject.order")).hasSize(1);
    }

    @Test
    void without_protection_one_request_is_sent_and_nothing_is_added() {
        jobs.result(task().with("kobject.externalId", null).with("options.repeatProtection", "none"));

        assertThat(methods()).containsExactly("POST");
        assertThat(order().at("/attributes/externalId").isMissingNode()).isTrue();
    }

    @Test
    void an_unknown_klass_fails_with_the_answer_of_kustomer() {
        JobEnding.Failed failed = jobs.failure(task().with("kobject.klass", "oder"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message()).startsWith("POST /v1/klasses/{name} answered 404");
    }

    @Test
    void a_custom_attribute_that_the_klass_does_not_have_is_named() {
        JobEnding.Failed failed = jobs.failure(task().with("kobject.custom", Map.of("planStr", "gold")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("planStr");
    }

    @Test
    void the_wait_for_the_limit_of_a_customer_costs_no_retry() {
        kustomer.settings().customerRateLimit(0);

        JobEnding.Failed failed = jobs.failure(task().withRetries(3));

        assertThat(failed.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(failed.retries()).isEqualTo(10);
    }

    private Task task() {
        return jobs.task()
                .with("kobject.klass", "order")
                .with("kobject.title", "Order 7")
                .with("kobject.customer", customer)
                .with("kobject.externalId", "4711");
    }

    private String seed(String fields) {
        return kustomer.seedRecord("kobject.order", "{\"externalId\":\"4711\",%s}".formatted(fields));
    }

    private JsonNode order() {
        assertThat(kustomer.records("kobject.order")).hasSize(1);
        return kustomer.records("kobject.order").getFirst();
    }

    private String id() {
        return order().path("id").asText();
    }

    private List<String> methods() {
        return kustomer.requests().stream().map(RecordedRequest::method).toList();
    }
}

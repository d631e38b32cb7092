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
import org.junit.jupiter.params.provider.ValueSource;

final class UpdateKObjectJobTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(UpdateKObjectConnector::new, kustomer);

    private final String id = kustomer.seedRecord("kobject.order", """
            {"title": "Order 7", "externalId": "4711", "description": "Two books", "tags": ["vip"],
             "custom": {"orderNumberStr": "7", "totalPriceNum": 12}, "data": {"lines": [1]}}""");

    @Test
    void writes_what_is_set_and_empties_what_is_named() {
        JobEnding ending = jobs.run(task().with("target.id", id)
                .with("kobject.custom", Map.of("orderStatusStr", "sent"))
                .with("change.clear", "description, data, tags, custom.orderNumberStr"));

        assertThat(ending.completed().variables()).isEqualTo(tree("{\"kobjectId\":\"%s\"}".formatted(id)));
        assertThat(attributes().path("custom")).isEqualTo(tree("{\"totalPriceNum\":12,\"orderStatusStr\":\"sent\"}"));
        assertThat(attributes().path("description").asText()).isEmpty();
        assertThat(attributes().path("data")).isEmpty();
        assertThat(attributes().path("tags")).isEmpty();
        assertThat(attributes().path("title").asText()).isEqualTo("Order 7");
        assertThat(methods()).containsExactly("PUT");
    }

    @Test
    void an_external_id_is_looked_up_first() {
        JsonNode result = jobs.result(byExternalId().with("kobject.title", "Order 8"));

        assertThat(result.path("id").asText()).isEqualTo(id);
        assertThat(result.path("outcome").asText()).isEqualTo("updated");
        assertThat(attributes().path("title").asText()).isEqualTo("Order 8");
        assertThat(methods()).containsExactly("GET", "PUT");
    }

    @Test
    void an_absent_kobject_is_not_found() {
        kustomer.reset();

        for (Task task : List.of(task().with("target.id", id), byExternalId())) {
            JobEnding.Failed failed = jobs.failure(task.with("kobject.title", "Order 8"));

            assertThat(failed.code()).isEqualTo("KUSTOMER_NOT_FOUND");
            assertThat(failed.retries()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "externalId"})
    void another_revision_fails_and_a_repeat_of_the_own_update_completes(String by) {
        Task task = task().with("target.by", by)
                .with("target.id", id)
                .with("target.externalId", "4711")
                .with("kobject.title", "Order 8")
                .with("change.rev", 1);

        jobs.result(task);
        JsonNode again = jobs.result(task);
        JobEnding.Failed failed = jobs.restarted().failure(task);

        assertThat(again.path("outcome").asText()).isEqualTo("updated");
        assertThat(attributes().path("rev").asInt()).isEqualTo(2);
        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).contains("no longer at revision 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "company"})
    void an_owner_is_refused_by_its_name(String owner) {
        JobEnding.Failed failed = jobs.failure(task().with("target.id", id)
                .with("kobject.title", "Order 8")
                .with("kobject." + owner, "5f9f1a2b3c4d5e6f7a8b9c0d"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("kobject." + owner);
        assertThat(kustomer.requests()).isEmpty();
    }

    private Task byExternalId() {
        return task().with("target.by", "externalId").with("target.externalId", "4711");
    }

    private Task task() {
        return jobs.task().with("target.klass", "order");
    }

    private JsonNode attributes() {
        return kustomer.records("kobject.order").getFirst().path("attributes");
    }

    private List<String> methods() {
        return kustomer.requests().stream().map(RecordedRequest::method).toList();
    }
}

package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeleteRecordJobTest {
    private static final String NOBODY = "5f0000000000000000000bad";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(DeleteRecordConnector::new, kustomer);

    @ParameterizedTest
    @CsvSource({
        "kobject, kobject.order, DELETE",
        "conversation, conversation, DELETE",
        "note, note, DELETE",
        "company, company, PUT"
    })
    void deletes_a_record_once_and_an_absent_one_counts_as_done(String kind, String type, String method) {
        Task task = task(kind, seed(kind));

        JobEnding ending = jobs.run(task);
        JsonNode again = jobs.result(task);
        JsonNode afterCrash = jobs.restarted().result(task);

        assertThat(ending.completed().variables()).isEqualTo(tree("{\"recordDeletion\":\"deleted\"}"));
        assertThat(again.path("outcome").asText()).isEqualTo("deleted");
        assertThat(again.path("type").asText()).isEqualTo(type);
        assertThat(afterCrash.path("outcome").asText()).isEqualTo("absent");
        assertThat(kustomer.records(type)).isEmpty();
        assertThat(kustomer.conversations()).isEmpty();
        assertThat(kustomer.requests().stream().map(RecordedRequest::method)).containsOnly(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kobject", "conversation", "note", "company"})
    void a_record_that_never_existed_is_absent(String kind) {
        JsonNode result = jobs.result(task(kind, NOBODY));

        assertThat(result.path("outcome").asText()).isEqualTo("absent");
        assertThat(result.path("id").asText()).isEqualTo(NOBODY);
    }

    @Test
    void an_answer_with_another_company_is_no_proof() {
        String company = seed("company");
        kustomer.inject(Fault.otherId(NOBODY), RequestMatcher.any(), 1);

        JobEnding.Failed failed = jobs.failure(task("company", company).withRetries(3));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        assertThat(failed.retries()).isEqualTo(2);
    }

    @Test
    void nothing_is_preset() {
        JobEnding.Failed failed = jobs.failure(jobs.task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("record.kind is missing");
        assertThat(kustomer.requests()).isEmpty();
    }

    private Task task(String kind, String id) {
        return jobs.task()
                .with("record.kind", kind)
                .with("record.klass", "order")
                .with("record.id", id);
    }

    private String seed(String kind) {
        return switch (kind) {
            case "kobject" -> kustomer.seedRecord("kobject.order", "{\"title\":\"Order 7\"}");
            case "conversation" ->
                kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{}")));
            default -> kustomer.seedRecord(kind, "{\"name\":\"Acme Ltd\"}");
        };
    }
}

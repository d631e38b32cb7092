package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.document.DocumentCreationRequest;
import io.camunda.connector.api.document.DocumentLinkParameters;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.camunda.connector.runtime.core.document.store.CamundaDocumentStore;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.ScriptedServer;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bulk reads: its document, and the lists of its results. */
final class BulkReadingJobTest {

    private static final String ADDRESS = "https://store.example.org/a?signature=x";
    private static final String ID = "5f00000000000000000000a1";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_document_that_breaks_while_it_is_read_is_retried_and_shows_no_address(boolean isChecked) {
        JobHandling jobs =
                JobHandling.of(new RunBulkConnector(JobHandling.environment("test")), new BrokenStore(isChecked));
        jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        jobs.secret("KUSTOMER_BASE_URL", kustomer.url());

        JobEnding.Failed failed = jobs.failure(
                jobs.task().with("bulk.items", Map.of("camunda.document.type", "camunda", "documentId", "d")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(failed.message())
                .isEqualTo("bulk.items: the document can't be read (%s)"
                        .formatted(isChecked ? "IOException" : "IllegalStateException"));
    }

    @Test
    void further_pages_of_results_may_be_named_by_a_link() {
        try (ScriptedServer server = ScriptedServer.start(BulkReadingJobTest::answer)) {
            JobHandling jobs = JobHandling.of(new AwaitBulkConnector(JobHandling.environment("test")));
            jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
            jobs.secret("KUSTOMER_BASE_URL", server.url());

            JsonNode result = jobs.result(jobs.task()
                    .with("bulk.items", List.of(Map.of("name", "Ada"), Map.of("name", "Grace")))
                    .with("bulk.progress", progress()));

            assertThat(result.path("complete").asBoolean()).isTrue();
            assertThat(result.path("created").asInt()).isEqualTo(2);
            assertThat(server.requests()).hasSize(2).allMatch(request -> request.contains("/batches"));
        }
    }

    @Test
    void pages_that_name_a_next_page_without_end_are_not_read_without_end() {
        try (ScriptedServer server = ScriptedServer.start(request -> answer("page=1"))) {
            JobHandling jobs = JobHandling.of(new AwaitBulkConnector(JobHandling.environment("test")));
            jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
            jobs.secret("KUSTOMER_BASE_URL", server.url());

            jobs.failure(jobs.task()
                    .with("bulk.items", List.of(Map.of("name", "Ada"), Map.of("name", "Grace")))
                    .with("bulk.progress", progress()));

            assertThat(server.requests().stream().filter(request -> request.contains("/batches")))
                    .hasSize(100);
        }
    }

    @Test
    void the_results_of_another_server_are_not_those_of_a_bulk_with_the_same_id() {
        try (ScriptedServer first = ScriptedServer.start(BulkReadingJobTest::answer);
                ScriptedServer second = ScriptedServer.start(BulkReadingJobTest::answer)) {
            JobHandling jobs = JobHandling.of(new AwaitBulkConnector(JobHandling.environment("test")));
            jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
            Task task = jobs.task()
                    .with("bulk.items", List.of(Map.of("name", "Ada"), Map.of("name", "Grace")))
                    .with("bulk.progress", progress());
            jobs.secret("KUSTOMER_BASE_URL", first.url());
            jobs.result(task);

            jobs.secret("KUSTOMER_BASE_URL", second.url());
            jobs.result(task.withElementInstanceKey(4712));

            assertThat(second.requests()).isNotEmpty();
        }
    }

    /** Each page has the result of one item. There is no number of pages, and the last page has no link. */
    private static byte[] answer(String request) {
        boolean isFirst = request.contains("page=1");
        String batch = """
                {"data": [{"type": "bulk_batch", "id": "b", "attributes": {"results":
                [{"_clientRef": "%s", "status": "created", "objectId": "%s"}]}}], "links": {"next": %s}}""".formatted(isFirst ? 0 : 1, ID, isFirst ? "\"/v1/bulk/b/batches?page=2\"" : null);
        return ScriptedServer.answer("200 OK\r\nContent-Type: application/json", batch);
    }

    private static JsonNode progress() {
        return BulkJobs.read("""
                {"next": 2, "total": 2, "created": 0, "existing": 0, "updated": 0, "deleted": 0, "failed": 0,
                 "results": [], "failures": [], "documents": [],
                 "open": [{"id": "b", "from": 0, "to": 2, "count": 2, "action": "create"}],
                 "about": {"resource": "customers", "action": "create", "results": "automatic", "task": "%s"}}""".formatted("0".repeat(64)));
    }

    /** A store whose documents can't be read to their end. */
    private record BrokenStore(boolean isChecked) implements CamundaDocumentStore {
        @Override
        public InputStream getDocumentContent(CamundaDocumentReference reference) {
            return mock(InputStream.class, call -> {
                throw isChecked
                        ? new IOException("no answer from " + ADDRESS)
                        : new IllegalStateException("no answer from " + ADDRESS);
            });
        }

        @Override
        public CamundaDocumentReference createDocument(DocumentCreationRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteDocument(CamundaDocumentReference reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String generateLink(CamundaDocumentReference reference, @Nullable DocumentLinkParameters parameters) {
            throw new UnsupportedOperationException();
        }
    }
}

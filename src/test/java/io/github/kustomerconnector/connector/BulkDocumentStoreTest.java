package io.github.kustomerconnector.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.document.DocumentCreationRequest;
import io.camunda.connector.api.document.DocumentLinkParameters;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.camunda.connector.runtime.core.document.store.CamundaDocumentStore;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A document store that fails for a while costs neither items nor results. */
final class BulkDocumentStoreTest {

    private static final int ITEMS = 250;

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final BrokenStore store = new BrokenStore();

    @Test
    void results_that_could_not_be_stored_are_stored_by_the_next_delivery() {
        JobHandling jobs = jobs(new RunBulkConnector(JobHandling.environment("test")));
        Task run = jobs.task()
                .with("bulk.items", List.of(Map.of("externalId", "C-0"), Map.of("externalId", "C-1")))
                .with("bulk.results", "document");

        JobEnding.Failed failed = jobs.failure(run);
        int requests = kustomer.requests().size();
        store.isBroken = false;
        JsonNode result = jobs.result(run);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.message()).isEqualTo("bulk.results: the document can't be stored (IllegalStateException)");
        assertThat(BulkJobs.results(result)).hasSize(2);
        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(kustomer.requests()).hasSize(requests);
    }

    @Test
    void a_document_that_breaks_after_items_were_sent_keeps_their_results() {
        JobHandling runs = jobs(new RunBulkConnector(JobHandling.environment("test")));
        JobHandling awaits = jobs(new AwaitBulkConnector(JobHandling.environment("test")));
        Map<String, String> document = Map.of("camunda.document.type", "camunda", "documentId", "d");

        JsonNode first = runs.result(runs.task().with("bulk.items", document).with("bulk.results", "list"));
        store.isBroken = false;
        JsonNode last = awaits.result(awaits.task().with("bulk.progress", first).with("bulk.items", document));

        assertThat(first.path("next").asInt()).isEqualTo(200);
        assertThat(last.path("complete").asBoolean()).isTrue();
        assertThat(last.path("created").asInt()).isEqualTo(ITEMS);
        assertThat(kustomer.customers()).hasSize(ITEMS);
    }

    private JobHandling jobs(KustomerConnector<?> connector) {
        JobHandling jobs = JobHandling.of(connector, store);
        jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        jobs.secret("KUSTOMER_BASE_URL", kustomer.url());
        return jobs;
    }

    /** While it is broken, it returns 220 items, and stores nothing. */
    private static final class BrokenStore implements CamundaDocumentStore {

        private boolean isBroken = true;

        @Override
        public InputStream getDocumentContent(CamundaDocumentReference reference) {
            return isBroken ? new SequenceInputStream(lines(220), new BrokenStream()) : lines(ITEMS);
        }

        private static InputStream lines(int count) {
            return new ByteArrayInputStream(IntStream.range(0, count)
                    .mapToObj("{\"externalId\":\"C-%d\"}\n"::formatted)
                    .collect(Collectors.joining())
                    .getBytes(UTF_8));
        }

        @Override
        public CamundaDocumentReference createDocument(DocumentCreationRequest request) {
            if (isBroken) {
                throw new IllegalStateException("no answer from https://store.example.org/a?signature=x");
            }
            return InMemoryDocumentStore.INSTANCE.createDocument(request);
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

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the connection was reset");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}

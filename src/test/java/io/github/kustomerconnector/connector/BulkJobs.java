package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.api.document.Document;
import io.camunda.connector.api.document.DocumentCreationRequest;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.camunda.connector.runtime.core.document.DocumentFactoryImpl;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The loop of a process with Run Kustomer Bulk and Await Kustomer Bulk, through the runtime's own job handler. */
final class BulkJobs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DocumentFactoryImpl DOCUMENTS = new DocumentFactoryImpl(InMemoryDocumentStore.INSTANCE);

    private static final Duration HOLD = Duration.ofHours(1);

    private final KustomerSimulator kustomer;
    private JobHandling run;
    private JobHandling await;
    private int tasks;

    BulkJobs(KustomerSimulator kustomer) {
        this(kustomer, JobHandling.environment("test"));
    }

    /** @param environment of the runtime, such as one with a clock of the test */
    BulkJobs(KustomerSimulator kustomer, ConnectorEnvironment environment) {
        this.kustomer = kustomer;
        run = JobHandling.of(new RunBulkConnector(environment), kustomer);
        await = JobHandling.of(new AwaitBulkConnector(environment), kustomer);
    }

    /** A new runtime, which remembers nothing of the old one. */
    void restart() {
        ConnectorEnvironment environment = JobHandling.environment("test");
        run = JobHandling.of(new RunBulkConnector(environment), kustomer);
        await = JobHandling.of(new AwaitBulkConnector(environment), kustomer);
    }

    /** A task of Run Kustomer Bulk that does not wait longer than necessary. */
    Task run(String resource, String action, Object items) {
        return run.task()
                .with("bulk.resource", resource)
                .with("bulk.action", action)
                .with("bulk.items", items)
                .with("bulk.waitSeconds", "20");
    }

    /** The next task of Await Kustomer Bulk. */
    Task await(JsonNode progress, Object items) {
        return await.task()
                .withElementInstanceKey(5000 + tasks++)
                .with("bulk.progress", progress)
                .with("bulk.items", items)
                .with("bulk.waitSeconds", "20");
    }

    JobHandling handlingOf(Task task) {
        return task.type().contains("run-bulk") ? run : await;
    }

    /** Kustomer carries out no bulk before {@link #endBulks}, so no test depends on the speed of the machine. */
    void holdBulks() {
        kustomer.settings().bulkDelay(HOLD);
    }

    /** Kustomer carries out all bulks, and each later one at once. */
    void endBulks() {
        kustomer.settings().bulkDelay(Duration.ZERO);
        kustomer.settings().clock(Clock.offset(Clock.systemUTC(), HOLD));
    }

    /** The result of a task that ends before its bulks. They end after it. */
    JsonNode handedBack(Task run) {
        holdBulks();
        JsonNode progress = result(run.with("bulk.waitSeconds", "0"));
        endBulks();
        return progress;
    }

    /** The result of a job that completes. */
    JsonNode result(Task task) {
        return handlingOf(task).result(task);
    }

    /** The result at the end of the loop. */
    JsonNode toEnd(Task task, Object items) {
        JsonNode progress = result(task);
        for (int round = 0; !progress.path("complete").asBoolean(); round++) {
            assertThat(round).as("the bulk ends").isLessThan(100);
            progress = result(await(progress, items));
        }
        return progress;
    }

    /** A document, as a process variable refers to it. */
    static JsonNode document(String content) {
        Document document = DOCUMENTS.create(DocumentCreationRequest.from(content.getBytes(StandardCharsets.UTF_8))
                .build());
        CamundaDocumentReference reference = (CamundaDocumentReference) document.reference();
        Map<String, Object> json = new HashMap<>();
        json.put("camunda.document.type", "camunda");
        json.put("storeId", reference.getStoreId());
        json.put("documentId", reference.getDocumentId());
        json.put("contentHash", reference.getContentHash());
        return JSON.valueToTree(json);
    }

    /** The results of all items: those in the list and those in the documents. */
    static List<JsonNode> results(JsonNode progress) {
        List<JsonNode> results = new ArrayList<>();
        for (JsonNode reference : progress.path("documents")) {
            byte[] content = InMemoryDocumentStore.INSTANCE
                    .getDocuments()
                    .get(reference.path("documentId").asText());
            for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty()) {
                    results.add(read(line));
                }
            }
        }
        progress.path("results").forEach(results::add);
        return results;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

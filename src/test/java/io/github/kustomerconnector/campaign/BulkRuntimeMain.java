package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.connector.JobRunner;
import io.github.kustomerconnector.http.RequestSessions;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The loop of a process with Run Kustomer Bulk, a timer and Await Kustomer Bulk. The state of the process is a file, as
 * the engine keeps it. A runtime that is killed and started again gets the same job again.
 *
 * <p>Arguments: the folder with the document {@code rows} and the state, the address of the simulator, the length of
 * the rate limit's window and of the timer in milliseconds, and the timeout of a
 * request in seconds. Prints {@code complete} at the end.
 */
public final class BulkRuntimeMain {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RETRIES = 3;

    private BulkRuntimeMain() {}

    /** Runs the loop to its end. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Duration timer = Duration.ofMillis(Long.parseLong(arguments[3]));
        Duration window = Duration.ofMillis(Long.parseLong(arguments[2]));
        KustomerClient client = new KustomerClient(RequestSessions.create(Map.of(), window), Clock.systemUTC());
        FileDocuments documents = new FileDocuments(folder);
        JobRunner run = JobRunner.of(JobRunner.connector("run-bulk", client, ""), documents);
        JobRunner await = JobRunner.of(JobRunner.connector("await-bulk", client, ""), documents);
        ObjectNode state = state(folder);
        int failures = 0;
        while (!state.at("/progress/complete").asBoolean()) {
            boolean isFirst = state.path("jobs").asInt() == 0;
            JobEnding ending = (isFirst ? run : await)
                    .run(
                            variables(state, arguments[1], arguments[4]),
                            RETRIES,
                            1000 + state.path("jobs").asInt());
            switch (ending) {
                case JobEnding.Completed done -> {
                    failures = 0;
                    state.put("jobs", state.path("jobs").asInt() + 1)
                            .set("progress", done.variables().path("result"));
                    write(folder, state);
                    if (!state.at("/progress/complete").asBoolean()) {
                        Thread.sleep(timer);
                    }
                }
                case JobEnding.Failed failed -> {
                    failures++;
                    if (failed.retries() == 0 || failures > 20) {
                        throw new IllegalStateException("incident: " + failed);
                    }
                    // The back-off is scaled as the rate limit is.
                    Thread.sleep(Math.min(timer.toMillis(), failed.backOff() == null ? 0 : 500));
                }
                case JobEnding.ErrorThrown thrown -> throw new IllegalStateException("error: " + thrown);
            }
        }
        System.out.println("complete");
        System.exit(0);
    }

    /** The state of the process; that of a new one if there is none. */
    static ObjectNode state(Path folder) throws IOException {
        Path file = folder.resolve("state.json");
        return Files.exists(file)
                ? (ObjectNode) JSON.readTree(file.toFile())
                : JSON.createObjectNode().put("jobs", 0);
    }

    private static void write(Path folder, JsonNode state) throws IOException {
        Path next = folder.resolve("state.next");
        JSON.writeValue(next.toFile(), state);
        Files.move(next, folder.resolve("state.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static ObjectNode variables(JsonNode state, String url, String timeout) {
        ObjectNode variables = JSON.createObjectNode();
        ObjectNode inputs = variables.putObject("kustomer");
        inputs.put("in_authentication_apiKey", KustomerSimulator.API_KEY)
                .put("in_server_region", "custom")
                .put("in_server_baseUrl", url)
                .put("in_options_timeoutSeconds", timeout);
        inputs.putObject("in_bulk_items")
                .put("camunda.document.type", "camunda")
                .put("storeId", FileDocuments.STORE)
                .put("documentId", "rows");
        if (state.has("progress")) {
            inputs.set("in_bulk_progress", state.path("progress"));
        } else {
            inputs.put("in_bulk_resource", "customers").put("in_bulk_action", "create");
        }
        return variables;
    }
}

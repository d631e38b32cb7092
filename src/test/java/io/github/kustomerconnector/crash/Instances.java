package io.github.kustomerconnector.crash;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.grpc.Status;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The process instances of a test. Each has a unique name, which is also the name of its customer and its
 * conversation.
 */
final class Instances implements AutoCloseable {
    private static final Set<Status.Code> STARTING =
            EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.RESOURCE_EXHAUSTED);

    private final CamundaClient client;
    private final JobWorker worker;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Map<String, Object>> ended = new ConcurrentHashMap<>();

    private Instances(CamundaClient client) {
        this.client = client;
        this.worker = client.newWorker()
                .jobType(WelcomeProcess.DONE)
                .handler((jobs, job) -> end(job))
                .timeout(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .open();
    }

    /** Deploys the process. */
    static Instances deploy(Engine engine) {
        CamundaClient client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + engine.gatewayPort()))
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(4)
                .build();
        client.newDeployResourceCommand()
                .addProcessModel(WelcomeProcess.model(), "welcome.bpmn")
                .requestTimeout(EmbeddedCamunda.PATIENCE)
                .send()
                .join();
        return new Instances(client);
    }

    /** Starts more instances. */
    void start(int count) {
        for (int i = 0; i < count; i++) {
            int number = names.size();
            names.add("Instance " + number);
            await().atMost(EmbeddedCamunda.PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .pollDelay(Duration.ZERO)
                    .until(() -> isStarted(names.get(number), number));
        }
    }

    /** The names of all started instances. */
    List<String> names() {
        return List.copyOf(names);
    }

    /**
     * Waits until every instance has completed its last task, and with it the process.
     *
     * @throws AssertionError if an instance does not complete in time
     */
    void awaitAllEnded() {
        try {
            await().atMost(EmbeddedCamunda.PATIENCE).until(() -> ended.size() == names.size());
        } catch (ConditionTimeoutException e) {
            TreeSet<String> missing = new TreeSet<>(names);
            missing.removeAll(ended.keySet());
            throw new AssertionError("Not completed: " + missing, e);
        }
    }

    /** The variables of a completed instance; empty while it runs. */
    Map<String, Object> variables(String name) {
        return ended.getOrDefault(name, Map.of());
    }

    @Override
    public void close() {
        worker.close();
        client.close();
    }

    /** The gateway returns UNAVAILABLE or RESOURCE_EXHAUSTED if the partition is not ready; no instance was started then. */
    private boolean isStarted(String name, int number) {
        try {
            client.newCreateInstanceCommand()
                    .bpmnProcessId(WelcomeProcess.ID)
                    .latestVersion()
                    .variables(WelcomeProcess.variables(name, number))
                    .requestTimeout(EmbeddedCamunda.PATIENCE)
                    .send()
                    .join();
            return true;
        } catch (ClientStatusException e) {
            if (STARTING.contains(e.getStatusCode())) {
                return false;
            }
            throw e;
        }
    }

    private void end(ActivatedJob job) {
        await().atMost(EmbeddedCamunda.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO)
                .until(() -> isCompleted(job));
        Map<String, Object> variables = job.getVariablesAsMap();
        ended.put(String.valueOf(variables.get("name")), variables);
    }

    /** A missing job was completed by an earlier command whose reply was lost in a crash of the engine. */
    private boolean isCompleted(ActivatedJob job) {
        try {
            client.newCompleteCommand(job)
                    .requestTimeout(Duration.ofSeconds(5))
                    .send()
                    .join();
            return true;
        } catch (ClientStatusException e) {
            return e.getStatusCode() == Status.Code.NOT_FOUND;
        }
    }
}

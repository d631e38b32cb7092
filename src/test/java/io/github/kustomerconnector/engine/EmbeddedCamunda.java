package io.github.kustomerconnector.engine;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.connector.api.document.DocumentCreationRequest;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Camunda 8 in this JVM: the in-memory Zeebe engine and the connector runtime with all connectors that the Java
 * service loader finds.
 *
 * <p>Only one can run in a JVM at a time, because the engine keeps its responses in static fields. Its threads stay
 * alive after {@link #close()}. Its port is open on all interfaces without authentication. Tests share one with
 * {@link SharedEngine}.
 */
public final class EmbeddedCamunda implements AutoCloseable {
    /**
     * The prefix of settings that are connector secrets: {@code {{secrets.KEY}}} reads the setting with this prefix
     * and {@code KEY}.
     */
    public static final String SECRET_PREFIX = ConnectorRuntime.SECRET_PREFIX;

    /** The default limit of waits for the engine. It is generous, because machines are busy. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ZeebeTestEngine engine;
    private final ConnectorRuntime runtime;
    private final EngineRecords records;

    private EmbeddedCamunda(ZeebeTestEngine engine, ConnectorRuntime runtime) {
        this.engine = engine;
        this.runtime = runtime;
        this.records = new EngineRecords(engine.getRecordStreamSource());
    }

    /**
     * Starts the engine and the runtime. This takes a few seconds.
     *
     * @param secretsAndProperties connector secrets (see {@link #SECRET_PREFIX}) and Spring properties
     * @param more connectors in addition to those on the class path
     */
    public static EmbeddedCamunda start(Map<String, String> secretsAndProperties, OutboundConnectorFunction... more) {
        ZeebeTestEngine engine = EngineFactory.create();
        engine.start();
        try {
            return new EmbeddedCamunda(
                    engine, ConnectorRuntime.start(port(engine), secretsAndProperties, List.of(more)));
        } catch (RuntimeException e) {
            engine.stop();
            throw e;
        }
    }

    /** The connector runtime's client. It supports gRPC only. */
    public CamundaClient client() {
        return runtime.bean(CamundaClient.class);
    }

    /** A link to the engine for a {@link WebhookRuntime}, which a test can cut. */
    public GatewayLink link() {
        return new GatewayLink(port(engine));
    }

    /**
     * Starts a connector runtime with inbound connectors, in addition to the one of this object.
     *
     * @param settings secrets and Spring properties, as for {@link #start}
     */
    public WebhookRuntime webhookRuntime(GatewayLink link, DeployedProcesses processes, Map<String, String> settings) {
        return WebhookRuntime.start(link.port(), processes, settings);
    }

    /** The records that the engine has written so far. */
    public EngineRecords records() {
        return records;
    }

    /**
     * Sets a connector secret for later jobs.
     *
     * @param name without prefix, as in {@code {{secrets.NAME}}}
     */
    public void secret(String name, String value) {
        runtime.secret(name, value);
    }

    /** Stores a document. Returns its reference, as a process variable contains it. */
    public Map<String, Object> document(String fileName, byte[] content) {
        CamundaDocumentReference stored = InMemoryDocumentStore.INSTANCE.createDocument(
                DocumentCreationRequest.from(content).fileName(fileName).build());
        return Map.of(
                "camunda.document.type",
                "camunda",
                "storeId",
                stored.getStoreId(),
                "documentId",
                stored.getDocumentId(),
                "contentHash",
                stored.getContentHash(),
                "metadata",
                Map.of("fileName", fileName, "size", content.length));
    }

    /** The content of a document that a task created. */
    public byte[] document(Map<?, ?> reference) {
        return Objects.requireNonNull(
                InMemoryDocumentStore.INSTANCE.getDocuments().get(String.valueOf(reference.get("documentId"))));
    }

    /** Deploys the processes of a model. */
    public DeploymentEvent deploy(BpmnModelInstance process) {
        return client().newDeployResourceCommand()
                .addProcessModel(process, "process.bpmn")
                .requestTimeout(PATIENCE)
                .send()
                .join();
    }

    /** Deploys the processes of a BPMN file. */
    public void deploy(Path process) {
        deploy(Bpmn.readModelFromFile(process.toFile()));
    }

    /** Starts an instance of the latest version and returns its key. */
    public long start(String processId, Map<String, ?> variables) {
        return client().newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(Map.copyOf(variables))
                .requestTimeout(PATIENCE)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /**
     * Starts an instance, waits for its end and returns its variables.
     *
     * @throws AssertionError if it stops at an incident or is terminated
     */
    public Map<String, Object> runToEnd(String processId, Map<String, ?> variables) {
        return runToEnd(processId, variables, PATIENCE);
    }

    /** As {@link #runToEnd(String, Map)}, with another limit. */
    public Map<String, Object> runToEnd(String processId, Map<String, ?> variables, Duration limit) {
        long processInstanceKey = start(processId, variables);
        awaitCompleted(processInstanceKey, limit);
        return records.variables(processInstanceKey);
    }

    /**
     * Waits until a process instance has completed.
     *
     * @throws AssertionError if it stops at an incident or is terminated
     */
    public void awaitCompleted(long processInstanceKey) {
        awaitCompleted(processInstanceKey, PATIENCE);
    }

    /** As {@link #awaitCompleted(long)}, with another limit. */
    public void awaitCompleted(long processInstanceKey, Duration limit) {
        await("end of process instance")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    records.openIncident(processInstanceKey).ifPresent(EmbeddedCamunda::refuse);
                    return records.ending(processInstanceKey).isPresent();
                });
        if (records.ending(processInstanceKey).orElseThrow() != ProcessInstanceIntent.ELEMENT_COMPLETED) {
            throw new AssertionError("The process instance was terminated");
        }
    }

    /** Waits for the first job of the instance that fails. */
    public Job awaitFailedJob(long processInstanceKey) {
        return await("failed job")
                .atMost(PATIENCE)
                .until(
                        () -> records().jobEvents().stream()
                                .filter(job -> job.processInstanceKey() == processInstanceKey
                                        && job.state() == JobIntent.FAILED)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until a process instance has an open incident. */
    public Incident awaitIncident(long processInstanceKey) {
        return await("incident")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> records.openIncident(processInstanceKey), Optional::isPresent)
                .orElseThrow();
    }

    /** Sets the retries of the failed job and resolves the incident, as an operator does. */
    public void resolveIncident(Incident incident, int retries) {
        if (incident.jobKey() > 0) {
            client().newUpdateRetriesCommand(incident.jobKey())
                    .retries(retries)
                    .requestTimeout(PATIENCE)
                    .send()
                    .join();
        }
        client().newResolveIncidentCommand(incident.key())
                .requestTimeout(PATIENCE)
                .send()
                .join();
    }

    /** Moves the engine's clock forward, so that timers and back-offs end without a wait. */
    public void increaseTime(Duration duration) {
        engine.increaseTime(duration);
    }

    @Override
    public void close() {
        runtime.close();
        engine.stop();
    }

    private static int port(ZeebeTestEngine engine) {
        String address = engine.getGatewayAddress();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static void refuse(Incident incident) {
        throw new AssertionError(
                "%s at %s: %s".formatted(incident.errorType(), incident.elementId(), incident.message()));
    }
}

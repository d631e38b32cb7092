package io.github.kustomerconnector.engine;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Camunda 8 in this JVM: the Zeebe engine in memory and the connector runtime, with every connector that the Java service
 * loader finds.
 *
 * <p>The engine keeps its replies in static fields, so two may not run at the same time in one JVM, and it leaves threads
 * behind when closed. Its port is open on all interfaces without authentication. Tests share one through
 * {@link SharedEngine}.
 */
public final class EmbeddedCamunda implements AutoCloseable {
    /** What the name of a setting starts with if it is a connector secret: {@code {{secrets.KEY}}} is this plus {@code KEY}. */
    public static final String SECRET_PREFIX = ConnectorRuntime.SECRET_PREFIX;

    /** How long to wait for the engine when the caller does not say: generous, since machines are busy. */
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
     * Starts engine and runtime; takes a few seconds.
     *
     * @param secretsAndProperties connector secrets (see {@link #SECRET_PREFIX}) and Spring properties
     * @param more connectors beside those on the class path
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

    /** The client that the connector runtime itself uses; gRPC only. */
    public CamundaClient client() {
        return runtime.bean(CamundaClient.class);
    }

    /** What the engine has written so far. */
    public EngineRecords records() {
        return records;
    }

    /** Sets a connector secret from now on: {@code {{secrets.NAME}}}, the name without prefix. */
    public void secret(String name, String value) {
        runtime.secret(name, value);
    }

    /** Deploys the processes of a model. */
    public void deploy(BpmnModelInstance process) {
        client().newDeployResourceCommand()
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

    /** As {@link #runToEnd(String, Map)}, with a limit of its own. */
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

    /** As {@link #awaitCompleted(long)}, with a limit of its own. */
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

    /** Waits until a process instance stands still at an incident. */
    public Incident awaitIncident(long processInstanceKey) {
        return await("incident")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> records.openIncident(processInstanceKey), Optional::isPresent)
                .orElseThrow();
    }

    /** What an operator does: gives the failed job new retries and resolves the incident. */
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

    /** Moves the engine's clock, so that timers and back-offs end without waiting. */
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

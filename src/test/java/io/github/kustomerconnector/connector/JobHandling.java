package io.github.kustomerconnector.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.api.JsonMapper;
import io.camunda.client.metrics.DefaultNoopMetricsRecorder;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.api.secret.SecretContext;
import io.camunda.connector.api.secret.SecretProvider;
import io.camunda.connector.runtime.OutboundConnectorsAutoConfiguration;
import io.camunda.connector.runtime.core.document.DocumentFactoryImpl;
import io.camunda.connector.runtime.core.document.store.CamundaDocumentStore;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.camunda.connector.runtime.core.secret.SecretProviderAggregator;
import io.camunda.connector.runtime.metrics.ConnectorsOutboundMetrics;
import io.camunda.connector.runtime.outbound.job.SpringConnectorJobHandler;
import io.camunda.connector.validation.impl.DefaultValidationProvider;
import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connector runtime's own job handler around one connector, with its own mapper, as the runtime sets it up; only the
 * engine is a {@link RecordingEngine}.
 */
final class JobHandling {
    private static final OutboundConnectorsAutoConfiguration RUNTIME = new OutboundConnectorsAutoConfiguration();

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final JsonMapper json = RUNTIME.jsonMapper();
    private final OutboundConnectorFunction connector;
    private final SpringConnectorJobHandler handler;
    private final Supplier<JobHandling> restart;

    private JobHandling(OutboundConnectorFunction connector) {
        this(connector, InMemoryDocumentStore.INSTANCE);
    }

    private JobHandling(OutboundConnectorFunction connector, CamundaDocumentStore store) {
        this(connector, store, () -> {
            throw new IllegalStateException("The test made the connector, so only the test can make it again.");
        });
    }

    private JobHandling(
            OutboundConnectorFunction connector, CamundaDocumentStore store, Supplier<JobHandling> restart) {
        this.connector = connector;
        this.handler = handler(connector, store);
        this.restart = restart;
    }

    /** Of Create Kustomer Customer. */
    static JobHandling ofCreateCustomer(KustomerSimulator kustomer) {
        return newRuntime(CreateCustomerConnector::new, kustomer);
    }

    /** Of Create Kustomer Conversation. */
    static JobHandling ofCreateConversation(KustomerSimulator kustomer) {
        return newRuntime(CreateConversationConnector::new, kustomer);
    }

    static JobHandling of(OutboundConnectorFunction connector, KustomerSimulator kustomer) {
        return new JobHandling(connector).with(kustomer);
    }

    /** A new connector runtime with one connector, which remembers no earlier job. */
    static JobHandling newRuntime(
            Function<ConnectorEnvironment, ? extends OutboundConnectorFunction> connector, KustomerSimulator kustomer) {
        return new JobHandling(
                        connector.apply(environment("test")),
                        InMemoryDocumentStore.INSTANCE,
                        () -> newRuntime(connector, kustomer))
                .with(kustomer);
    }

    /** The same connector after the crash of its runtime: it remembers no earlier job. */
    JobHandling restarted() {
        return restart.get();
    }

    /** Without secrets. */
    static JobHandling of(OutboundConnectorFunction connector) {
        return new JobHandling(connector);
    }

    /** Without secrets, with another document store. */
    static JobHandling of(OutboundConnectorFunction connector, CamundaDocumentStore store) {
        return new JobHandling(connector, store);
    }

    /** The environment of a new runtime, which shares nothing with another runtime. */
    static ConnectorEnvironment environment(String namespace) {
        return ConnectorEnvironment.of(KustomerClient.create(Map.of()), namespace, new Random(1));
    }

    /** Sets a connector secret. */
    void secret(String name, String value) {
        secrets.put(name, value);
    }

    /** A task of the connector's template that goes to the simulator, and nothing else filled in. */
    Task task() {
        return Task.of(connector.getClass())
                .with("server.region", "custom")
                .with("server.baseUrl", "{{secrets.KUSTOMER_BASE_URL}}");
    }

    /** Handles one job of the task. */
    JobEnding run(Task task) {
        RecordingEngine engine = new RecordingEngine(json);
        handler.handle(engine.client(), task.job(json));
        return engine.ending();
    }

    /** Handles one job that completes, and yields the result of the connector. */
    JsonNode result(Task task) {
        return run(task.withHeader("resultVariable", "result"))
                .completed()
                .variables()
                .path("result");
    }

    /** Handles one job that fails, and that no error expression turns into a BPMN error. */
    JobEnding.Failed failure(Task task) {
        return run(task.withoutErrorExpression()).failed();
    }

    private JobHandling with(KustomerSimulator kustomer) {
        secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        secret("KUSTOMER_BASE_URL", kustomer.url());
        return this;
    }

    private SpringConnectorJobHandler handler(OutboundConnectorFunction function, CamundaDocumentStore store) {
        DocumentFactoryImpl documents = new DocumentFactoryImpl(store);
        return new SpringConnectorJobHandler(
                new ConnectorsOutboundMetrics(new SimpleMeterRegistry()),
                (command, problem) -> {
                    throw new AssertionError("the engine takes every command", problem);
                },
                new SecretProviderAggregator(List.of(new Secrets())),
                new DefaultValidationProvider(),
                documents,
                RUNTIME.outboundConnectorObjectMapper(documents),
                function,
                new DefaultNoopMetricsRecorder());
    }

    private final class Secrets implements SecretProvider {
        @Override
        public @Nullable String getSecret(String name, SecretContext context) {
            return secrets.get(name);
        }
    }
}

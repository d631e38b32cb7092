package io.github.kustomerconnector.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.runtime.core.document.store.CamundaDocumentStore;
import io.github.kustomerconnector.client.KustomerClient;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Runs jobs of one connector as the connector runtime does, for tests of other packages. */
public final class JobRunner {

    private final JobHandling handling;

    private JobRunner(JobHandling handling) {
        this.handling = handling;
    }

    public static JobRunner of(OutboundConnectorFunction connector) {
        return new JobRunner(JobHandling.of(connector));
    }

    /** As {@link #of(OutboundConnectorFunction)}, with another document store. */
    public static JobRunner of(OutboundConnectorFunction connector, CamundaDocumentStore documents) {
        return new JobRunner(JobHandling.of(connector, documents));
    }

    /**
     * The connector of an operation in a runtime with this client.
     *
     * @param operation such as {@code update-customer}
     */
    public static OutboundConnectorFunction connector(String operation, KustomerClient client, String namespace) {
        ConnectorEnvironment environment = ConnectorEnvironment.of(client, namespace, RandomGenerator.getDefault());
        return OperationSample.all().stream()
                .map(sample -> sample.connector().apply(environment))
                .filter(connector -> connector.operationName().equals(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no connector for " + operation));
    }

    /**
     * Handles one job, whose result goes into the process variable {@code result}.
     *
     * @param retries those the job has left
     * @param elementInstanceKey the same for every attempt of one task
     */
    public JobEnding run(JsonNode variables, int retries, long elementInstanceKey) {
        return handling.run(
                new Task("campaign", variables, Map.of("resultVariable", "result"), retries, elementInstanceKey));
    }
}

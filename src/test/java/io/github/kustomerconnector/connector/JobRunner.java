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

    /** Create Kustomer Customer in a runtime with this client. */
    public static OutboundConnectorFunction createCustomer(KustomerClient client, String namespace) {
        return new CreateCustomerConnector(environment(client, namespace));
    }

    /** Create Kustomer Conversation in a runtime with this client. */
    public static OutboundConnectorFunction createConversation(KustomerClient client, String namespace) {
        return new CreateConversationConnector(environment(client, namespace));
    }

    /**
     * The connector of an operation in a runtime with this client.
     *
     * @param operation such as {@code update-customer}
     */
    public static OutboundConnectorFunction connector(String operation, KustomerClient client, String namespace) {
        ConnectorEnvironment environment = environment(client, namespace);
        return switch (operation) {
            case "create-customer" -> new CreateCustomerConnector(environment);
            case "create-conversation" -> new CreateConversationConnector(environment);
            case "update-customer" -> new UpdateCustomerConnector(environment);
            case "upsert-customer" -> new UpsertCustomerConnector(environment);
            case "merge-customers" -> new MergeCustomersConnector(environment);
            case "delete-customer" -> new DeleteCustomerConnector(environment);
            case "update-conversation" -> new UpdateConversationConnector(environment);
            case "create-note" -> new CreateNoteConnector(environment);
            case "create-message" -> new CreateMessageConnector(environment);
            case "register-webhook" -> new RegisterWebhookConnector(environment);
            case "run-bulk" -> new RunBulkConnector(environment);
            case "await-bulk" -> new AwaitBulkConnector(environment);
            case "send-message" -> new SendMessageConnector(environment);
            case "create-kobject" -> new CreateKObjectConnector(environment);
            case "update-kobject" -> new UpdateKObjectConnector(environment);
            case "upsert-company" -> new UpsertCompanyConnector(environment);
            case "delete-record" -> new DeleteRecordConnector(environment);
            case "route-conversation" -> new RouteConversationConnector(environment);
            case "start-workflow" -> new StartWorkflowConnector(environment);
            default -> throw new IllegalArgumentException("no connector for " + operation);
        };
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

    private static ConnectorEnvironment environment(KustomerClient client, String namespace) {
        return ConnectorEnvironment.of(client, namespace, RandomGenerator.getDefault());
    }
}

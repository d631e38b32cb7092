package io.github.kustomerconnector.architecture.faulty.connector;

import io.camunda.connector.api.inbound.InboundConnectorContext;

/** An outbound connector that uses the SDK of inbound connectors. */
final class KnowsWebhooks {

    void correlate(InboundConnectorContext context) {
        context.correlateWithResult("event");
    }
}

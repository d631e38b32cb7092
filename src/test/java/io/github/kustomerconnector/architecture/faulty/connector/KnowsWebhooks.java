package io.github.kustomerconnector.architecture.faulty.connector;

import io.camunda.connector.api.inbound.InboundConnectorContext;

/** An outbound connector that uses the SDK of inbound connectors. */
final class KnowsWebhooks {

    String type(InboundConnectorContext context) {
        return context.getDefinition().type();
    }
}

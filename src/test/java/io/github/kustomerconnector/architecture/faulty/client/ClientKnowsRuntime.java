package io.github.kustomerconnector.architecture.faulty.client;

import io.camunda.connector.api.error.ConnectorException;

/** Uses the connector SDK outside of the package {@code connector}. */
final class ClientKnowsRuntime {

    ConnectorException problem() {
        return new ConnectorException("planted");
    }
}

package io.github.kustomerconnector.architecture.faulty.client;

import io.camunda.connector.api.error.ConnectorException;

/** The runtime's own types below the edge. */
final class KnowsTheRuntime {

    ConnectorException problem() {
        return new ConnectorException("planted");
    }
}

package io.github.kustomerconnector.architecture.faulty.connector.inbound;

import io.github.kustomerconnector.architecture.faulty.connector.TopLayer;

/** A webhook that uses a class of the outbound connectors. */
final class WebhookKnowsOutbound {

    String read(TopLayer outbound) {
        return outbound.getClass().getName();
    }
}

package io.github.kustomerconnector.architecture.faulty.operation;

import io.github.kustomerconnector.architecture.faulty.client.ClientKnowsHttp;

/** An operation that depends on the client. */
final class OperationKnowsClient {

    String send(ClientKnowsHttp client) {
        return client.getClass().getName();
    }
}

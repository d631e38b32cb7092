package io.github.kustomerconnector.architecture.faulty.operation;

import io.github.kustomerconnector.architecture.faulty.client.ClientKnowsHttp;

/** An operation that carries itself out. */
final class KnowsTheClient {

    int send(ClientKnowsHttp client) {
        return client.hashCode();
    }
}

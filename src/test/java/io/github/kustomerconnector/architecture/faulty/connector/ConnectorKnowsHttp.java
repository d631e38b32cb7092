package io.github.kustomerconnector.architecture.faulty.connector;

import io.github.kustomerconnector.architecture.faulty.http.PublicTransport;

/** A connector that uses HTTP without the client. */
final class ConnectorKnowsHttp {

    String send(PublicTransport http) {
        return http.getClass().getName();
    }
}

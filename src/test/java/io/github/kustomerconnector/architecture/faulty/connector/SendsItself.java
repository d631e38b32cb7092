package io.github.kustomerconnector.architecture.faulty.connector;

import io.github.kustomerconnector.architecture.faulty.http.PassesBy;

/** A connector that reaches around the client. */
final class SendsItself {

    int send(PassesBy http) {
        return http.hashCode();
    }
}

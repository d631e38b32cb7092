package io.github.kustomerconnector.architecture.faulty.call;

import io.github.kustomerconnector.architecture.faulty.http.PassesBy;

/** A value that carries itself out. */
final class SendsAtOnce {

    int send(PassesBy http) {
        return http.hashCode();
    }
}

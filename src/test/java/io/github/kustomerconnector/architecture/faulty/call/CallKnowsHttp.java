package io.github.kustomerconnector.architecture.faulty.call;

import io.github.kustomerconnector.architecture.faulty.http.PublicTransport;

/** A call that depends on HTTP. */
final class CallKnowsHttp {

    String send(PublicTransport http) {
        return http.getClass().getName();
    }
}

package io.github.kustomerconnector.simulator;

import java.util.OptionalInt;

/**
 * A request that a {@link SimulatedKustomer} received.
 *
 * @param method such as {@code POST}
 * @param path the percent-encoded path, with the query if there is one
 * @param body as text; empty if there is none
 * @param status of the answer; empty if the connection was closed without one
 */
public record SimulatedRequest(String method, String path, String body, OptionalInt status) {

    static SimulatedRequest of(RecordedRequest request) {
        return new SimulatedRequest(request.method(), request.target(), request.body(), request.status());
    }
}

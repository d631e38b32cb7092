package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.RequestMatcher;

/** The requests into which a fault is injected. */
enum FaultTarget {
    CREATE,
    LOOK_UP,
    UPDATE,
    DELETE,
    ANY;

    RequestMatcher matcher() {
        return switch (this) {
            case CREATE -> RequestMatcher.method("POST");
            case LOOK_UP -> RequestMatcher.method("GET");
            case UPDATE -> request -> request.method().matches("PUT|PATCH");
            case DELETE -> RequestMatcher.method("DELETE");
            case ANY -> RequestMatcher.any();
        };
    }
}

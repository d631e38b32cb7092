package io.github.kustomerconnector.architecture.faulty.operation;

import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import java.util.Optional;

/** An operation that creates a body without a size limit. */
final class UnboundedBody {

    Optional<Body> body(Optional<Json> json) {
        return json.map(Body::of);
    }
}

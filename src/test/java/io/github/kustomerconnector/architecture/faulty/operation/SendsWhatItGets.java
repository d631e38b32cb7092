package io.github.kustomerconnector.architecture.faulty.operation;

import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import java.util.Optional;

/** A body of any size. */
final class SendsWhatItGets {

    Optional<Body> body(Optional<Json> json) {
        return json.map(Body::of);
    }
}

package io.github.kustomerconnector.architecture.faulty.operation;

import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;

/** A body of any size. */
final class SendsWhatItGets {

    Body body(Json json) {
        return Body.of(json);
    }
}

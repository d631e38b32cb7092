package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Estimates the memory of what the simulator keeps, in bytes. */
final class Weight {

    /** The objects of a JSON value without its characters, as measured for customers, conversations and notes. */
    private static final long VALUE = 130;

    /** The objects of a request or a reply of a bulk without its body. */
    private static final long MESSAGE = 1_000;

    private Weight() {}

    static long of(JsonNode json) {
        long weight = VALUE + json.asText().length();
        for (JsonNode child : json) {
            weight += of(child);
        }
        return weight;
    }

    /** The memory of requests or replies with these bodies. */
    static long ofTexts(Stream<String> bodies) {
        return bodies.mapToLong(body -> MESSAGE + body.length()).sum();
    }
}

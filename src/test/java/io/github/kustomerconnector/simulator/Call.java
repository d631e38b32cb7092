package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A request that found its operation.
 *
 * @param argument the decoded variable part of the path, empty if it has none
 * @param content the body after validation; empty object for none
 */
record Call(RecordedRequest request, ApiKey key, String argument, JsonNode content) {

    /** The body of an operation that takes an object. */
    ObjectNode body() {
        return (ObjectNode) content;
    }

    /** Refuses a change of a record at another revision than the body's. */
    void checkRevision(ObjectNode current) {
        Optional.of(body().path("rev"))
                .filter(JsonNode::isNumber)
                .filter(rev -> rev.asInt() != current.at("/attributes/rev").asInt())
                .ifPresent(rev -> {
                    throw new Refusal(new Problem(409, Reason.CONFLICT, "Conflict", "stale revision", "rev"));
                });
    }

    boolean replaces() {
        return request.method().equals("PUT")
                && request.query("replace").filter("true"::equals).isPresent();
    }

    int number(String parameter, int fallback) {
        return request.query(parameter).map(Integer::parseInt).orElse(fallback);
    }
}

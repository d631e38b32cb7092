package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reason of a refused request in one line, from the errors in the body of the reply. */
final class RefusalReason {

    private RefusalReason() {}

    /** Empty if the reply is no refusal or names no reason. */
    static String of(Reply reply) {
        if (reply.status() < 400 || !reply.body().startsWith("{")) {
            return "";
        }
        return Json.parse(reply.body())
                .path("errors")
                .valueStream()
                .map(RefusalReason::line)
                .collect(Collectors.joining("; "));
    }

    private static String line(JsonNode error) {
        String field = error.at("/source/parameter").asText();
        String words = Stream.of("title", "message", "detail")
                .map(name -> error.path(name).asText())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return field.isEmpty() ? words : words + " (" + field + ")";
    }
}

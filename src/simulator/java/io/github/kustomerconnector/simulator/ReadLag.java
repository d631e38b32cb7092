package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The records that are stored but not readable yet. Reads, lists and searches do not show them. Writes and the checks
 * of uniqueness see them.
 */
final class ReadLag {

    /** @param reads how many more reads do not show the record, even after {@code until} */
    private record Hidden(int reads, Instant until) {}

    private final Map<String, Hidden> hidden = new HashMap<>();
    private final Settings settings;

    ReadLag(Settings settings) {
        this.settings = settings;
    }

    /** Hides the record of a reply; does nothing if the reply has none. */
    synchronized void hide(ReadFault.Lag lag, Reply reply) {
        JsonNode id = body(reply).at("/data/id");
        if (id.isTextual()) {
            hidden.put(id.asText(), new Hidden(lag.reads(), settings.now().plus(lag.duration())));
        }
    }

    synchronized void clear() {
        hidden.clear();
    }

    /** The reply of a read without the hidden records. Another reply is returned unchanged. */
    synchronized Reply shown(RecordedRequest request, Reply reply) {
        boolean reads = request.method().equals("GET") || request.path().endsWith("/search");
        if (hidden.isEmpty() || !reads || reply.status() != 200) {
            return reply;
        }
        ObjectNode body = body(reply);
        if (body.path("data") instanceof ArrayNode records) {
            ArrayNode shown = Json.object().arrayNode();
            records.forEach(record -> {
                if (!isHidden(record)) {
                    shown.add(record);
                }
            });
            return new Reply(
                    reply.status(), reply.headers(), body.set("data", shown).toString());
        }
        return isHidden(body.path("data")) ? notFound(reply) : reply;
    }

    private Reply notFound(Reply reply) {
        return ApiErrorException.notFound("id")
                .reply(settings.values().errorShape)
                .with(reply.headers());
    }

    /** Counts the read. */
    private boolean isHidden(JsonNode record) {
        String id = record.path("id").asText();
        Hidden entry = hidden.get(id);
        if (entry == null) {
            return false;
        }
        boolean isOver = entry.reads() <= 0 && !settings.now().isBefore(entry.until());
        if (isOver) {
            hidden.remove(id);
            return false;
        }
        hidden.put(id, new Hidden(entry.reads() - 1, entry.until()));
        return true;
    }

    private static ObjectNode body(Reply reply) {
        boolean isJson = "application/json".equals(reply.headers().get("Content-Type"));
        return isJson ? (ObjectNode) Json.parse(reply.body()) : Json.object();
    }
}

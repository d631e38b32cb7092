package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The bodies of successes. */
final class Replies {

    private static final int PAGE_SIZE = 100;

    private final Dialect dialect;

    Replies(Dialect dialect) {
        this.dialect = dialect;
    }

    Answer created(ObjectNode resource) {
        return Answer.json(dialect.created(), envelope(resource));
    }

    Answer ok(ObjectNode resource) {
        return Answer.json(200, envelope(resource));
    }

    /** One page of a list, with relative links to its neighbours. */
    Answer page(List<ObjectNode> all, Call call) {
        int page = Math.max(1, call.number("page", 1));
        int size = Math.clamp(call.number("pageSize", PAGE_SIZE), 1, PAGE_SIZE);
        ObjectNode body = Json.object();
        body.putObject("meta").put("pageSize", size).put("page", page);
        ArrayNode data = body.putArray("data");
        all.stream().skip((page - 1L) * size).limit(size).forEach(data::add);
        String link = call.request().path() + "?page=%d&pageSize=" + size;
        ObjectNode links = body.putObject("links");
        links.put("self", link.formatted(page)).put("first", link.formatted(1));
        links.put("prev", page > 1 ? link.formatted(page - 1) : null);
        links.put("next", (long) page * size < all.size() ? link.formatted(page + 1) : null);
        return Answer.json(200, body);
    }

    private ObjectNode envelope(ObjectNode resource) {
        return switch (dialect) {
            case LIVE -> Json.object().set("data", resource);
            case REQUESTED -> resource.deepCopy().retain("type", "id", "attributes");
        };
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Builds the replies of successful requests. */
final class ReplyBodies {

    private static final int PAGE_SIZE = 100;

    private final Dialect dialect;
    private final MovedRecords moved;

    ReplyBodies(Dialect dialect, MovedRecords moved) {
        this.dialect = dialect;
        this.moved = moved;
    }

    Reply created(ObjectNode resource) {
        return Reply.json(dialect.created(), envelope(resource));
    }

    Reply ok(ObjectNode resource) {
        return Reply.json(200, envelope(resource));
    }

    /**
     * The reply with a record.
     *
     * @param parameter the field that names it
     * @throws ApiErrorException if there is none
     */
    Reply found(Optional<ObjectNode> resource, String parameter) {
        return ok(resource.orElseThrow(() -> ApiErrorException.notFound(parameter)));
    }

    /**
     * The reply with the record of an id, or the list of the records of several ids, which commas separate. Kustomer
     * does not document the answer for an unknown id among several; here, the list lacks it.
     *
     * @throws ApiErrorException if there is only one id and no such record
     */
    Reply byIds(RoutedRequest routed, Function<String, Optional<ObjectNode>> records) {
        String[] ids = routed.argument().split(",", -1);
        return ids.length == 1
                ? found(records.apply(routed.argument()), "id")
                : page(
                        Arrays.stream(ids)
                                .distinct()
                                .flatMap(id -> records.apply(id).stream())
                                .toList(),
                        routed);
    }

    /**
     * The reply to a delete.
     *
     * @throws ApiErrorException if there was no such record
     */
    static Reply deleted(boolean existed) {
        if (!existed) {
            throw ApiErrorException.notFound("id");
        }
        return Reply.empty(204);
    }

    /** One page of a list, with relative links to its neighbours. A page has at most 100 records. */
    Reply page(List<ObjectNode> all, RoutedRequest routed) {
        return page(all, routed, PAGE_SIZE);
    }

    /** @param largest the maximum page size */
    Reply page(List<ObjectNode> all, RoutedRequest routed, int largest) {
        int page = Math.max(1, routed.number("page", 1));
        int size = Math.clamp(routed.number("pageSize", PAGE_SIZE), 1, largest);
        ObjectNode body = Json.object();
        body.putObject("meta").put("pageSize", size).put("page", page);
        ArrayNode data = body.putArray("data");
        moved.onPage(all, page, size).forEach(data::add);
        ObjectNode links = body.putObject("links");
        links.put("self", routed.link(page, size)).put("first", routed.link(1, size));
        links.put("prev", page > 1 ? routed.link(page - 1, size) : null);
        links.put("next", (long) page * size < moved.total(all) ? routed.link(page + 1, size) : null);
        return Reply.json(200, body);
    }

    private ObjectNode envelope(ObjectNode resource) {
        return switch (dialect) {
            case LIVE -> Json.object().set("data", resource);
            case REQUESTED -> resource.deepCopy().retain("type", "id", "attributes");
        };
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The search endpoints for all kinds of records. Each aggregation returns the number of found records, because
 * Kustomer does not document aggregations.
 */
final class SearchOperations {

    private static final String ROLES = "org.permission.search.create org.permission.search.update"
            + " org.permission.search_global.create org.permission.search_preview.create"
            + " org.user.search.read org.admin.search.read";
    private static final int LAST_PAGE = 100;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int YEARS = 2;
    private static final JsonNode NO_VALUE = TextNode.valueOf("");

    private final Function<String, List<ObjectNode>> source;
    private final Settings settings;
    private final RateLimits limits;
    private final MovedRecords moved;

    /** @param source returns the records of a {@code queryContext} */
    SearchOperations(
            Function<String, List<ObjectNode>> source, Settings settings, RateLimits limits, MovedRecords moved) {
        this.source = source;
        this.settings = settings;
        this.limits = limits;
        this.moved = moved;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/customers/search", ROLES, routed -> search(routed, isOld().negate())),
                Route.of("POST", "/v1/customers/archive/search", ROLES, routed -> search(routed, isOld())));
    }

    /** Matches records whose last change is more than two years ago. Only the archive search finds them. */
    private Predicate<ObjectNode> isOld() {
        String boundary =
                settings.now().atOffset(ZoneOffset.UTC).minusYears(YEARS).toString();
        return resource -> resource.at("/attributes/updatedAt").asText().compareTo(boundary) < 0;
    }

    private Reply search(RoutedRequest routed, Predicate<ObjectNode> ofAge) {
        limits.countSearch();
        ObjectNode body = routed.body();
        List<ObjectNode> found = source.apply(body.path("queryContext").asText("customer")).stream()
                .filter(ofAge)
                .filter(resource -> body.path("includeDeleted").asBoolean()
                        || !resource.at("/attributes/deleted").asBoolean())
                .filter(Criterion.matching(body))
                .sorted(order(body.path("sort")))
                .toList();
        return page(found, routed);
    }

    private static Comparator<ObjectNode> order(JsonNode sort) {
        Comparator<ObjectNode> order = Comparator.comparingInt(resource -> 0);
        for (JsonNode entry : sort.isArray() ? sort : Json.object().arrayNode().add(sort)) {
            for (Map.Entry<String, JsonNode> by : entry.properties()) {
                Comparator<ObjectNode> field = Comparator.comparing(
                        resource -> Criterion.values(resource, by.getKey())
                                .findFirst()
                                .orElse(NO_VALUE),
                        Criterion::compare);
                order = order.thenComparing(by.getValue().asText().equals("desc") ? field.reversed() : field);
            }
        }
        return order;
    }

    private Reply page(List<ObjectNode> found, RoutedRequest routed) {
        int page = routed.number("page", 1);
        int size = Math.clamp(routed.number("pageSize", 100), 1, MAX_PAGE_SIZE);
        if (page < 1 || page > LAST_PAGE) {
            throw new ApiErrorException(new ApiError(400, ErrorCode.INVALID, "Page out of range", "", "page"));
        }
        int pages = Math.max(1, (moved.total(found) + size - 1) / size);
        ObjectNode body = Json.object();
        ObjectNode meta = body.putObject("meta").put("pageSize", size).put("page", page);
        meta.put("total", moved.total(found)).put("totalPages", pages);
        ObjectNode aggregations = meta.putObject("aggregations");
        routed.body()
                .path("aggs")
                .fieldNames()
                .forEachRemaining(name -> aggregations.putObject(name).put("doc_count", found.size()));
        ArrayNode data = body.putArray("data");
        boolean idsOnly =
                routed.request().query("idsOnly").filter("true"::equals).isPresent();
        moved.onPage(found, page, size).forEach(resource -> data.add(idsOnly ? bare(resource) : resource));
        ObjectNode links = body.putObject("links");
        links.put("self", routed.link(page, size)).put("first", routed.link(1, size));
        links.put("last", routed.link(pages, size));
        links.put("prev", page > 1 ? routed.link(page - 1, size) : null);
        links.put("next", page < pages ? routed.link(page + 1, size) : null);
        return Reply.json(200, body);
    }

    private static JsonNode bare(ObjectNode resource) {
        return resource.deepCopy().retain("id", "type");
    }
}

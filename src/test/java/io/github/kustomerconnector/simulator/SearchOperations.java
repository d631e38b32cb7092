package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Search over every kind of record. Its aggregations count what was found, whatever is asked for: what Kustomer makes of them is
 * not documented.
 */
final class SearchOperations {

    private static final String ROLES = "org.permission.search.create org.permission.search.update"
            + " org.permission.search_global.create org.permission.search_preview.create"
            + " org.user.search.read org.admin.search.read";
    private static final int LAST_PAGE = 100;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int YEARS = 2;

    private final Function<String, List<ObjectNode>> source;
    private final Settings settings;
    private final RateLimits limits;

    /** @param source the records of a query context */
    SearchOperations(Function<String, List<ObjectNode>> source, Settings settings, RateLimits limits) {
        this.source = source;
        this.settings = settings;
        this.limits = limits;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/customers/search", ROLES, call -> search(call, isOld().negate())),
                Route.of("POST", "/v1/customers/archive/search", ROLES, call -> search(call, isOld())));
    }

    /** Whether a record was last changed before the time that the plain search covers. */
    private Predicate<ObjectNode> isOld() {
        String boundary =
                settings.now().atOffset(ZoneOffset.UTC).minusYears(YEARS).toString();
        return resource -> resource.at("/attributes/updatedAt").asText().compareTo(boundary) < 0;
    }

    private Answer search(Call call, Predicate<ObjectNode> ofAge) {
        limits.countSearch();
        ObjectNode body = call.body();
        List<ObjectNode> found = source.apply(body.path("queryContext").asText("customer")).stream()
                .filter(ofAge)
                .filter(resource -> body.path("includeDeleted").asBoolean()
                        || !resource.at("/attributes/deleted").asBoolean())
                .filter(Criterion.matching(body))
                .sorted(order(body.path("sort")))
                .toList();
        return page(found, call);
    }

    private static Comparator<ObjectNode> order(JsonNode sort) {
        Comparator<ObjectNode> order = Comparator.comparingInt(resource -> 0);
        for (JsonNode entry : sort.isArray() ? sort : Json.object().arrayNode().add(sort)) {
            for (Map.Entry<String, JsonNode> by : entry.properties()) {
                Comparator<ObjectNode> field = Comparator.comparing(resource -> Criterion.values(resource, by.getKey())
                        .map(JsonNode::asText)
                        .findFirst()
                        .orElse(""));
                order = order.thenComparing(by.getValue().asText().equals("desc") ? field.reversed() : field);
            }
        }
        return order;
    }

    private Answer page(List<ObjectNode> found, Call call) {
        int page = call.number("page", 1);
        int size = Math.clamp(call.number("pageSize", 100), 1, MAX_PAGE_SIZE);
        if (page < 1 || page > LAST_PAGE) {
            throw new Refusal(new Problem(400, Reason.INVALID, "Page out of range", "", "page"));
        }
        int pages = Math.max(1, (found.size() + size - 1) / size);
        ObjectNode body = Json.object();
        ObjectNode meta = body.putObject("meta").put("pageSize", size).put("page", page);
        meta.put("total", found.size()).put("totalPages", pages);
        ObjectNode aggregations = meta.putObject("aggregations");
        call.body()
                .path("aggs")
                .fieldNames()
                .forEachRemaining(name -> aggregations.putObject(name).put("doc_count", found.size()));
        ArrayNode data = body.putArray("data");
        boolean idsOnly = call.request().query("idsOnly").filter("true"::equals).isPresent();
        found.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .forEach(resource -> data.add(idsOnly ? bare(resource) : resource));
        links(body.putObject("links"), call.request().path() + "?page=%d&pageSize=" + size, page, pages);
        return Answer.json(200, body);
    }

    private static JsonNode bare(ObjectNode resource) {
        return resource.deepCopy().retain("id", "type");
    }

    private static void links(ObjectNode links, String link, int page, int pages) {
        links.put("self", link.formatted(page)).put("first", link.formatted(1)).put("last", link.formatted(pages));
        links.put("prev", page > 1 ? link.formatted(page - 1) : null);
        links.put("next", page < pages ? link.formatted(page + 1) : null);
    }
}

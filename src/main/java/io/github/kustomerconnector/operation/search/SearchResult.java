package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a search. Records are flat, because FEEL expressions over nested results are slow.
 *
 * @param count the number of {@code records}
 * @param total the number of records that Kustomer found; null if its answer has none
 * @param complete whether {@code records} has all of them; false if the list was cut at the maximum or at 1 MiB
 * @param records each with {@code id}, {@code type} and {@code attributes}; with {@code customerId} if it belongs to a
 *     customer, and with {@code url} if its address is known
 * @param aggregations the counts of Kustomer; an empty object if there are none
 */
public record SearchResult(int count, @Nullable Json total, boolean complete, List<Json> records, Json aggregations)
        implements TaskResult {

    public SearchResult {
        records = List.copyOf(records);
    }

    @Override
    public Stream<String> texts() {
        return Stream.empty();
    }

    @Override
    public Stream<Json> parts() {
        return Stream.concat(records.stream(), Stream.of(aggregations));
    }

    static SearchResult of(CallResult.Listed result, Server server) {
        List<Json> records = result.resources().stream()
                .map(resource -> flat(resource, server))
                .toList();
        return new SearchResult(
                records.size(),
                result.meta().field("total").filter(Json::isNumber).orElse(null),
                result.complete(),
                records,
                result.meta().field("aggregations").filter(Json::isObject).orElse(Json.object(Map.of())));
    }

    private static Json flat(Resource resource, Server server) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", Json.of(resource.id()));
        fields.put("type", Json.of(resource.type()));
        fields.put("attributes", resource.attributes());
        resource.related("customer").ifPresent(customer -> fields.put("customerId", Json.of(customer)));
        url(resource, server).ifPresent(url -> fields.put("url", Json.of(url)));
        return Json.object(fields);
    }

    /** Customers and conversations have a page in the web application. Other records have an address in the API. */
    private static Optional<String> url(Resource resource, Server server) {
        return switch (resource.type()) {
            case "customer", "conversation" -> Optional.of(server.link(resource.type() + "s", resource.id()));
            case "message", "note" -> Optional.of(inApi(server, resource.type() + "s", resource.id()));
            case "company" -> Optional.of(inApi(server, "companies", resource.id()));
            default ->
                resource.type().matches("kobject\\.[0-9A-Za-z_-]+")
                        ? Optional.of(inApi(
                                server, "klasses/" + resource.type().substring("kobject.".length()), resource.id()))
                        : Optional.empty();
        };
    }

    private static String inApi(Server server, String collection, String id) {
        return server.base() + "/v1/" + collection + "/" + id;
    }
}

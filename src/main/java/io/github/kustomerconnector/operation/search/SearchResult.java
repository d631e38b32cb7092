package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskResult;
import java.util.HashMap;
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
        // Once for each type, because a custom base URL is checked each time.
        Map<String, Optional<String>> addresses = new HashMap<>();
        List<Json> records = result.resources().stream()
                .map(resource ->
                        flat(resource, addresses.computeIfAbsent(resource.type(), type -> address(type, server))))
                .toList();
        return new SearchResult(
                records.size(),
                result.meta().field("total").filter(Json::isNumber).orElse(null),
                result.complete(),
                records,
                result.meta().field("aggregations").filter(Json::isObject).orElse(Json.NOTHING));
    }

    private static Json flat(Resource resource, Optional<String> address) {
        return Json.object(fields -> {
            fields.accept("id", Json.of(resource.id()));
            fields.accept("type", Json.of(resource.type()));
            fields.accept("attributes", resource.attributes());
            resource.related("customer").ifPresent(customer -> fields.accept("customerId", Json.of(customer)));
            address.ifPresent(collection -> fields.accept("url", Json.of(collection + resource.id())));
        });
    }

    /**
     * The address of a record without its id. Customers and conversations have a page in the web application. Other
     * records have an address in the API.
     */
    private static Optional<String> address(String type, Server server) {
        return switch (type) {
            case "customer", "conversation" -> Optional.of(server.link(type + "s", ""));
            case "message", "note" -> Optional.of(inApi(server, type + "s"));
            case "company" -> Optional.of(inApi(server, "companies"));
            default ->
                type.matches("kobject\\.[0-9A-Za-z_-]+")
                        ? Optional.of(inApi(server, "klasses/" + type.substring("kobject.".length())))
                        : Optional.empty();
        };
    }

    private static String inApi(Server server, String collection) {
        return server.base() + "/v1/" + collection + "/";
    }
}

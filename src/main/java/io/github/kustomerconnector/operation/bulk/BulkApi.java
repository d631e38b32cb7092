package io.github.kustomerconnector.operation.bulk;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.BulkResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The bulk endpoints of one resource ("Bulk operations", developer.kustomer.com). */
record BulkApi(BulkResource resource) implements BulkPlan.Requests {

    /** The role that the key needs to read results. */
    static final Role READ = new Role("org.permission.bulk.read", "org.user.bulk.read");

    /** The field with the name of an item, which its result has too. */
    static final String NAME = "_clientRef";

    private static final String ITEMS = "bulk.items";

    /** The maximum page size of Kustomer. */
    private static final String PAGE_SIZE = "100";

    @Override
    public Request send(BulkAction action, List<BulkItem> items) {
        Role role = resource.role(action);
        return switch (action) {
            case CREATE, UPSERT -> new Request("POST", resource.path(), BodyBuilder.bounded(ITEMS, body(items)), role);
            case UPDATE -> new Request("PUT", resource.path(), BodyBuilder.bounded(ITEMS, body(items)), role);
            case DELETE -> new Request("DELETE", resource.path().with("ids", ids(items)), null, role);
        };
    }

    /** Kustomer returns the result of each item only if each item has a name. */
    private static Json body(List<BulkItem> items) {
        return Json.list(items.stream()
                .map(item ->
                        Json.object(Map.of(NAME, Json.of(item.clientRef()))).with(item.content()))
                .toList());
    }

    private static String ids(List<BulkItem> items) {
        return items.stream().flatMap(item -> item.id().stream()).collect(Collectors.joining(","));
    }

    @Override
    public Request state(String id) {
        return Request.get(Path.of("/v1/bulk/{id}", id), READ);
    }

    @Override
    public Request batches(String id, int page) {
        return Request.get(
                Path.of("/v1/bulk/{id}/batches", id)
                        .with("page", Integer.toString(page))
                        .with("pageSize", PAGE_SIZE),
                READ);
    }
}

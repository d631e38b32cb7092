package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.BulkJob.BulkItemResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * The bulk endpoints. A bulk is carried out after {@link Settings#bulkDelay}, item by item, as requests for single
 * records. Every method is atomic.
 */
final class BulkOperations {

    /** How many bulks are kept; then the oldest is dropped. */
    private static final int MAX_BULKS = 1_000;

    private static final String READ = "org.permission.bulk.read org.user.bulk.read";

    private final Supplier<List<Route>> routes;
    private final BodyValidator validator;
    private final Settings settings;
    private final BulkBodies bodies;
    private final ObjectIds ids = new ObjectIds();
    private final SequencedMap<String, BulkJob> bulks = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<BulkFault> faults = new ConcurrentLinkedQueue<>();

    /** @param routes the endpoints of single records */
    BulkOperations(Supplier<List<Route>> routes, BodyValidator validator, Settings settings) {
        this.routes = routes;
        this.validator = validator;
        this.settings = settings;
        this.bodies = new BulkBodies(settings);
    }

    /** These routes must precede those of single records, whose paths match too. */
    List<Route> all() {
        List<Route> all = new ArrayList<>();
        for (String resource : List.of("customer", "conversation", "message", "note", "company")) {
            String plural = resource.equals("company") ? "companies" : resource + "s";
            add(all, "/v1/" + plural + "/bulk", "org.permission." + resource, "org.user." + resource);
        }
        add(all, "/v1/klasses/*/bulk", "org.permission.kobject", "org.user.kobject");
        all.add(Route.of("GET", "/v1/bulk/*", READ, routed -> Reply.json(200, bodies.state(find(routed)))));
        all.add(Route.of("GET", "/v1/bulk/*/batches", READ, this::batches));
        return all;
    }

    /** The size of a page is {@code pageSize}, or {@code limit} without it; Kustomer documents no difference. */
    private Reply batches(RoutedRequest routed) {
        int size = routed.number("pageSize", routed.number("limit", 30));
        return Reply.json(
                200,
                bodies.batches(
                        find(routed),
                        batch -> routed.accepts("status", batch) && routed.accepts("completed", batch),
                        routed.request()
                                .query("sort")
                                .filter("-createdAt"::equals)
                                .isPresent(),
                        Math.max(1, routed.number("page", 1)),
                        Math.clamp(size, 1, settings.values().bulkPageSize)));
    }

    private void add(List<Route> all, String path, String permission, String legacy) {
        String write = " " + legacy + ".write";
        all.add(Route.of("POST", path, permission + ".create" + write, this::create));
        all.add(Route.of("PUT", path, permission + ".update" + write, this::update));
        if (path.matches(".*/(customers|conversations|\\*)/bulk")) {
            all.add(Route.of("DELETE", path, permission + ".delete " + legacy + ".delete", this::delete));
        }
    }

    synchronized void clear() {
        bulks.clear();
        faults.clear();
    }

    void inject(BulkFault fault, int times) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    String seed(String method, String path, String json, ApiKey key) {
        RecordedRequest request =
                new RecordedRequest(settings.now(), method, path + "/bulk", Map.of(), json, OptionalInt.empty());
        Reply reply = accept(new RoutedRequest(request, key, "", Json.parse(json)), method);
        return Json.parse(reply.body()).at("/data/id").asText();
    }

    /** Carries out the bulks that are due. */
    synchronized void advance() {
        bulks.values().stream()
                .filter(bulk -> !bulk.isComplete && !settings.now().isBefore(bulk.due))
                .toList()
                .forEach(this::carryOut);
        while (bulks.size() > MAX_BULKS || (isTooLarge() && bulks.size() > 1)) {
            bulks.pollFirstEntry();
        }
    }

    private boolean isTooLarge() {
        return bulks.values().stream().mapToLong(BulkJob::weight).sum() > settings.values().memory / 16;
    }

    private synchronized BulkJob find(RoutedRequest routed) {
        return Optional.ofNullable(bulks.get(routed.argument()))
                .orElseThrow(() -> new ApiErrorException(ApiError.notFound("id")));
    }

    private Reply create(RoutedRequest routed) {
        return accept(routed, "POST");
    }

    private Reply update(RoutedRequest routed) {
        return accept(routed, "PUT");
    }

    private Reply accept(RoutedRequest routed, String method) {
        List<String> names = BulkItems.names(routed.content());
        List<RecordedRequest> items = new ArrayList<>();
        for (JsonNode given : routed.content()) {
            ObjectNode item = given.deepCopy();
            item.remove(BulkItems.NAME);
            items.add(BulkItems.single(routed.request(), method, item));
        }
        if (settings.values().bulkRefusesWhole) {
            items.forEach(this::body);
        }
        return add(routed, items, names);
    }

    private Reply delete(RoutedRequest routed) {
        List<String> wanted = Arrays.stream(
                        routed.request().query("ids").orElse("").split(",", -1))
                .filter(id -> !id.isEmpty())
                .toList();
        BulkItems.requireSize(wanted.size());
        return add(
                routed,
                wanted.stream()
                        .map(id -> BulkItems.single(
                                routed.request(), "DELETE", Json.object().put("id", id)))
                        .toList(),
                List.of());
    }

    private synchronized Reply add(RoutedRequest routed, List<RecordedRequest> items, List<String> names) {
        String id = ids.next(settings.now());
        BulkJob bulk = new BulkJob(
                id, settings.now().plus(settings.values().bulkDelay), items, names, routed.key(), echo(routed));
        bulks.put(id, bulk);
        advance();
        boolean isMessage = routed.request().path().startsWith("/v1/messages");
        boolean isKObjectUpdate = routed.request().path().startsWith("/v1/klasses")
                && routed.request().method().equals("PUT");
        return Reply.json(isMessage || isKObjectUpdate ? 200 : 201, bodies.state(bulk));
    }

    private static ObjectNode echo(RoutedRequest routed) {
        ObjectNode echo = Json.object();
        echo.set("data", routed.content());
        echo.put("path", routed.request().path())
                .put("requestId", routed.request().target())
                .put("service", "api")
                .put("method", routed.request().method());
        ObjectNode user = echo.putObject("user").put("id", ObjectIds.USER).put("userType", "machine");
        routed.key().roles().forEach(user.putArray("roles")::add);
        return echo;
    }

    private void carryOut(BulkJob bulk) {
        BulkFault fault = faults.poll();
        int done = fault == BulkFault.HALF_DONE ? bulk.items.size() / 2 : bulk.items.size();
        for (int index = 0; index < done; index++) {
            BulkItemResult result = carryOut(index, bulk.items.get(index), bulk.key);
            if (fault != BulkFault.NO_RESULTS) {
                bulk.results.add(result);
            }
        }
        bulk.complete();
    }

    private JsonNode body(RecordedRequest item) {
        JsonNode body = validator.body(item);
        if (item.method().equals("PUT")) {
            BulkItems.requireUpdatable(item, body);
        }
        return body;
    }

    private BulkItemResult carryOut(int index, RecordedRequest item, ApiKey key) {
        String named = item.method().equals("POST")
                ? Json.parse(item.body()).path("id").asText()
                : item.target().substring(item.target().lastIndexOf('/') + 1);
        try {
            Route route = routes.get().stream()
                    .filter(one -> one.method().equals(item.method()))
                    .filter(one -> one.argument(item.path()).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new ApiErrorException(ApiError.notFound("id")));
            String argument = route.argument(item.path()).orElseThrow();
            Reply reply = route.operation().apply(new RoutedRequest(item, key, argument, body(item)));
            String id = reply.body().isEmpty()
                    ? named
                    : Json.parse(reply.body()).at("/data/id").asText();
            return new BulkItemResult(index, reply, id);
        } catch (ApiErrorException refused) {
            return new BulkItemResult(index, refused.reply(settings.values().errorShape), named);
        }
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The endpoints of klasses. {@code GET /v1/klasses/{name}} lists KObjects and {@code GET /v1/klasses/{id}} reads a
 * klass. Kustomer does not document how it tells them apart; here, an id has 24 hex digits.
 */
final class KlassOperations {

    private static final String READ = "org.permission.klass.read org.user.klass.read org.admin.klass.read";
    private static final String CREATE = "org.permission.klass.create org.admin.klass.write";
    private static final String UPDATE = "org.permission.klass.update org.admin.klass.write";
    private static final String DELETE = "org.permission.klass.delete org.admin.klass.write";
    private static final String ID = "[0-9a-f]{24}";

    private final Records records;
    private final Klasses klasses;
    private final KObjectOperations kobjects;
    private final Resources resources;
    private final ReplyBodies replies;

    KlassOperations(Records records, Klasses klasses, KObjectOperations kobjects, Timeline.Parts parts) {
        this.records = records;
        this.klasses = klasses;
        this.kobjects = kobjects;
        this.resources = parts.resources();
        this.replies = parts.replies();
    }

    List<Route> all() {
        return List.of(
                Route.of("GET", "/v1/klasses", READ, this::list),
                Route.of("POST", "/v1/klasses", CREATE, this::create),
                Route.of("GET", "/v1/klasses/*", READ, this::klassOrKObjects),
                Route.of("PUT", "/v1/klasses/*", UPDATE, this::update),
                Route.of("DELETE", "/v1/klasses/*", DELETE, this::delete));
    }

    private Reply list(RoutedRequest routed) {
        Optional<String> name = routed.request().query("name");
        String status = routed.request().query("status").orElse("enabled");
        return replies.page(
                klasses.all().stream()
                        .filter(klass -> name.isEmpty() || Klasses.name(klass).equals(name.get()))
                        .filter(klass -> status.equals("existing_only")
                                || klass.at("/attributes/status").asText().equals(status))
                        .toList(),
                routed);
    }

    private Reply create(RoutedRequest routed) {
        ObjectNode klass = klasses.created(routed.body());
        if (klasses.find(Klasses.name(klass)).isPresent()) {
            throw new ApiErrorException(ApiError.taken(409, "name"));
        }
        records.add(klass);
        return replies.ok(klass);
    }

    private Reply klassOrKObjects(RoutedRequest routed) {
        return routed.argument().matches(ID) ? replies.ok(klass(routed)) : kobjects.list(routed);
    }

    private Reply update(RoutedRequest routed) {
        return replies.ok(records.update(
                klass(routed).path("id").asText(), klass -> resources.changes().changed(klass, routed.body())));
    }

    /** A klass with KObjects cannot be deleted. */
    private Reply delete(RoutedRequest routed) {
        ObjectNode klass = klass(routed);
        if (kobjects.hasAny(Klasses.name(klass))) {
            throw new ApiErrorException(
                    new ApiError(400, ErrorCode.INVALID, "Invalid", "the klass has KObjects", "id"));
        }
        records.delete(klass.path("id").asText());
        return Reply.empty(204);
    }

    private ObjectNode klass(RoutedRequest routed) {
        return klasses.find(routed.argument()).orElseThrow(() -> ApiErrorException.notFound("id"));
    }
}

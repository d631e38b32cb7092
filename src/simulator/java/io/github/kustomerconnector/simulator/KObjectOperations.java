package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;
import static io.github.kustomerconnector.simulator.ResourceParts.related;
import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The endpoints of KObjects. A KObject gets its owner when it is created; an update cannot change it. Kustomer does
 * not document that external ids are unique, so {@link Settings#uniqueKObjectExternalIds} decides.
 */
final class KObjectOperations {

    private static final String READ = roles("read", "read");
    private static final String CREATE = roles("create", "write");
    private static final String UPDATE = roles("update", "write");
    private static final String DELETE = roles("delete", "delete");
    private static final String OF_CUSTOMER = "org.permission.customer.read org.user.customer.read";
    private static final String OF_COMPANY = "org.permission.company.read org.user.company.read";
    /** The bulk endpoints have paths of their own. */
    private static final String NOT_BULK = "(?!bulk$)*";

    private final Function<String, Records> records;
    private final Klasses klasses;
    private final Resources resources;
    private final ReplyBodies replies;
    private final Hook hook;
    private final BodyValidator validator;
    private final Settings settings;

    KObjectOperations(Timeline.Parts parts, Function<String, Records> records, Klasses klasses, Settings settings) {
        this.records = records;
        this.klasses = klasses;
        this.resources = parts.resources();
        this.replies = parts.replies();
        this.hook = parts.hook();
        this.validator = parts.validator();
        this.settings = settings;
    }

    private static String roles(String verb, String legacy) {
        return "org.permission.kobject.%1$s org.permission.kobject.kobject_*.%1$s org.user.kobject.%2$s"
                .formatted(verb, legacy);
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/klasses/*", CREATE, routed -> create(routed, 2, routed.body())),
                Route.of("POST", "/v1/customers/*/klasses/*", CREATE, this::createForCustomer),
                Route.of("GET", "/v1/customers/*/klasses/*", OF_CUSTOMER, routed -> listOf("customer", routed)),
                Route.of("GET", "/v1/companies/*/klasses/*", OF_COMPANY, routed -> listOf("company", routed)),
                Route.of("GET", "/v1/klasses/*/externalId=*", READ, this::byExternalId),
                Route.of("GET", "/v1/klasses/*/" + NOT_BULK, READ, this::byId),
                Route.of("PUT", "/v1/klasses/*/" + NOT_BULK, UPDATE, this::update),
                Route.of("DELETE", "/v1/klasses/*/" + NOT_BULK, DELETE, this::delete));
    }

    /** The list of all KObjects of a klass. */
    Reply list(RoutedRequest routed) {
        return page(routed, segment(routed, 2), kobject -> true);
    }

    boolean hasAny(String klass) {
        return !records(klass).all(kobject -> true).isEmpty();
    }

    private Reply createForCustomer(RoutedRequest routed) {
        return create(routed, 4, routed.body().deepCopy().put("customer", segment(routed, 2)));
    }

    private Reply create(RoutedRequest routed, int klassSegment, ObjectNode body) {
        String klass = klasses.require(segment(routed, klassSegment));
        requireOwners(body);
        if (body.has("customer")) {
            validator.countNew("kobject", body);
        }
        hook.run(routed.request());
        ObjectNode kobject = resources.other("kobject." + klass, body);
        refuseTaken(klass, kobject);
        records(klass).add(kobject);
        return replies.created(shown(kobject));
    }

    private void requireOwners(ObjectNode body) {
        validator.requireCustomer(body);
        if (body.has("company")
                && records.apply("company").find(body.path("company").asText()).isEmpty()) {
            throw ApiErrorException.notFound("company");
        }
    }

    private void refuseTaken(String klass, ObjectNode kobject) {
        String externalId = kobject.at("/attributes/externalId").asText();
        if (settings.values().uniqueKObjectExternalIds
                && !externalId.isEmpty()
                && !records(klass).all(has(externalId)).isEmpty()) {
            throw new ApiErrorException(ApiError.taken(settings.values().duplicateStatus, "externalId"));
        }
    }

    private Reply byId(RoutedRequest routed) {
        return replies.ok(shown(records(klasses.require(segment(routed, 2)))
                .find(segment(routed, 3))
                .orElseThrow(() -> ApiErrorException.notFound("id"))));
    }

    private Reply byExternalId(RoutedRequest routed) {
        String value = segment(routed, 3).substring("externalId=".length());
        return replies.ok(shown(records(klasses.require(segment(routed, 2))).all(has(value)).stream()
                .findFirst()
                .orElseThrow(() -> ApiErrorException.notFound("externalId"))));
    }

    private Reply update(RoutedRequest routed) {
        Records ofKlass = records(klasses.require(segment(routed, 2)));
        hook.run(routed.request());
        return replies.ok(shown(ofKlass.update(segment(routed, 3), kobject -> {
            routed.checkRevision(kobject);
            return routed.replaces()
                    ? replaced(kobject, routed.body())
                    : resources.changes().changed(kobject, routed.body());
        })));
    }

    /** A KObject with only the fields of the body. Its id, creation date and owner stay. */
    private ObjectNode replaced(ObjectNode old, ObjectNode body) {
        ObjectNode whole = body.deepCopy();
        whole.set("id", old.get("id"));
        whole.set("createdAt", old.at("/attributes/createdAt"));
        ObjectNode kobject = resources.other(old.path("type").asText(), whole);
        kobject.set("relationships", old.get("relationships"));
        attributes(kobject).put("rev", old.at("/attributes/rev").asInt() + 1);
        return kobject;
    }

    private Reply delete(RoutedRequest routed) {
        return ReplyBodies.deleted(records(klasses.require(segment(routed, 2))).delete(segment(routed, 3)));
    }

    private Reply listOf(String owner, RoutedRequest routed) {
        String id = segment(routed, 2);
        requireOwners(Json.object().put(owner, id));
        return page(
                routed, segment(routed, 4), kobject -> related(kobject, owner).equals(id));
    }

    private Reply page(RoutedRequest routed, String klass, Predicate<ObjectNode> wanted) {
        Instant from = routed.fromDate();
        List<ObjectNode> found = new ArrayList<>(records(klasses.require(klass))
                .all(wanted.and(kobject -> !createdAt(kobject).isBefore(from))));
        if (routed.request().query("sort").filter("desc"::equals).isPresent()) {
            Collections.reverse(found);
        }
        return replies.page(found, routed);
    }

    /** Kustomer's description has the owner in lists only. */
    private ObjectNode shown(ObjectNode kobject) {
        if (!settings.values().kobjectOwners) {
            relationships(kobject).remove(List.of("customer", "company"));
        }
        return kobject;
    }

    private Records records(String klass) {
        return records.apply("kobject." + klass);
    }

    private static Predicate<ObjectNode> has(String externalId) {
        return kobject -> kobject.at("/attributes/externalId").asText().equals(externalId);
    }

    private static Instant createdAt(ObjectNode kobject) {
        return Resources.instant(kobject.at("/attributes/createdAt").asText());
    }

    /** A decoded segment of the path; {@code v1} is the first, segment 1 is {@code klasses} or the owner's kind. */
    static String segment(RoutedRequest routed, int index) {
        String raw = routed.request().path().split("/", -1)[index + 1];
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

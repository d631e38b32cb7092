package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The read endpoints of what an administrator sets up: users, teams, queues, tags and custom attributes. Kustomer
 * documents no roles for users, teams and tags, so every key may read them.
 */
final class LookupOperations {

    private static final String NO_ROLE = "";
    private static final String QUEUES = "org.permission.queue.read org.permission.routing.read org.user.routing.read";
    private static final String METADATA =
            "org.permission.metadata.read org.user.metadata.read org.admin.metadata.read";
    private static final String DEFAULT_QUEUE = "5e0a17c400000000000000c0";

    /** The maximum page size of users and teams; queues and tags have the size of other lists. */
    private static final int LARGE_PAGE = 500;

    private final Function<String, Records> records;
    private final ReplyBodies replies;
    private final Settings settings;

    /** @param records returns the records of a kind */
    LookupOperations(Function<String, Records> records, ReplyBodies replies, Settings settings) {
        this.records = records;
        this.replies = replies;
        this.settings = settings;
    }

    List<Route> all() {
        return List.of(
                Route.of("GET", "/v1/users/current", NO_ROLE, this::currentUser),
                Route.of("GET", "/v1/users", NO_ROLE, routed -> list("user", wantedUsers(routed), routed)),
                Route.of("GET", "/v1/users/*", NO_ROLE, routed -> replies.byIds(routed, records.apply("user")::find)),
                Route.of("GET", "/v1/teams", NO_ROLE, routed -> list("team", team -> true, routed)),
                Route.of("GET", "/v1/teams/*", NO_ROLE, routed -> byId("team", routed)),
                Route.of("GET", "/v1/routing/queues", QUEUES, this::queues),
                Route.of("GET", "/v1/routing/queues/*", QUEUES, routed -> byId("queue", routed)),
                Route.of("GET", "/v1/tags", NO_ROLE, this::tags),
                Route.of("GET", "/v1/tags/*", NO_ROLE, routed -> byId("tag", routed)),
                Route.of("GET", "/v1/metadata/*", METADATA, this::metadata));
    }

    /** The records that every organization has: the machine user of the keys, and the system queue. */
    static void addInitialRecords(Function<String, Records> records, Resources resources) {
        ObjectNode user = Json.object()
                .put("id", ObjectIds.USER)
                .put("name", "simulator")
                .put("email", "simulator@example.org")
                .put("userType", "machine");
        ObjectNode queue = Json.object()
                .put("id", DEFAULT_QUEUE)
                .put("name", "DEFAULT_QUEUE")
                .put("displayName", "Default queue")
                .put("system", true);
        records.apply("user").add(resources.other("user", withDefaults("user", user)));
        records.apply("queue").add(resources.other("queue", withDefaults("queue", queue)));
    }

    /** The body of a new record, with values for the fields that every record of the kind has. */
    static ObjectNode withDefaults(String type, ObjectNode body) {
        ObjectNode whole = Json.object();
        String name = body.path("name").asText();
        switch (type) {
            case "user" -> {
                whole.put("name", "").put("displayName", name).put("email", "").put("userType", "user");
                whole.putArray("roles");
            }
            case "team" -> whole.put("name", "").put("displayName", name).putArray("members");
            case "queue" -> {
                whole.put("name", "").put("displayName", name).put("system", false);
                whole.put("priority", 1).put("itemSize", 1).put("restrictTransfersByUsers", false);
            }
            default -> {}
        }
        return whole.setAll(body);
    }

    private Reply currentUser(RoutedRequest routed) {
        ObjectNode user =
                records.apply("user").find(ObjectIds.USER).orElseThrow(() -> ApiErrorException.notFound("id"));
        ObjectNode attributes = attributes(user);
        routed.key().roles().stream().sorted().forEach(attributes.putArray("roles")::add);
        return replies.ok(user);
    }

    private Reply byId(String type, RoutedRequest routed) {
        return replies.found(records.apply(type).find(routed.argument()), "id");
    }

    private Reply list(String type, Predicate<ObjectNode> wanted, RoutedRequest routed) {
        return replies.page(records.apply(type).all(wanted), routed, LARGE_PAGE);
    }

    /** Kustomer documents no filter of tags. */
    private Reply tags(RoutedRequest routed) {
        return replies.page(records.apply("tag").all(tag -> true), routed);
    }

    /** In the list, {@code createdAt} is a number; in a single queue, it is text. */
    private Reply queues(RoutedRequest routed) {
        List<ObjectNode> queues = records.apply("queue").all(has(routed, "key"));
        queues.forEach(queue -> {
            ObjectNode attributes = attributes(queue);
            String createdAt = attributes.path("createdAt").asText();
            attributes.put("createdAt", Resources.instant(createdAt).toEpochMilli());
        });
        return replies.page(queues, routed);
    }

    /** The filters of users cannot be combined. The first one that the request has applies. */
    private static Predicate<ObjectNode> wantedUsers(RoutedRequest routed) {
        for (String filter : List.of("email", "userType", "deleted")) {
            if (routed.request().query(filter).isPresent()) {
                return has(routed, filter);
            }
        }
        return user -> true;
    }

    private static Predicate<ObjectNode> has(RoutedRequest routed, String attribute) {
        Optional<String> wanted = routed.request().query(attribute);
        return resource -> wanted.isEmpty()
                || resource.at("/attributes/" + attribute)
                        .asText(attribute.equals("deleted") ? "false" : "")
                        .equals(wanted.get());
    }

    private Reply metadata(RoutedRequest routed) {
        Set<String> names = settings.attributes().of(routed.argument()).orElse(Set.of());
        ObjectNode metadata = Json.object().put("type", "metadata").put("id", routed.argument());
        ObjectNode properties = metadata.putObject("attributes").putObject("properties");
        names.stream()
                .sorted()
                .forEach(name ->
                        properties.putObject(name).put("type", type(name)).put("displayName", name));
        ResourceLinks.relate(metadata.putObject("relationships"), "org", "org", ObjectIds.ORGANIZATION);
        metadata.putObject("links").put("self", "/v1/metadata/" + routed.argument());
        return replies.ok(metadata);
    }

    /** The JSON type of a custom attribute, by the suffix of its name. */
    private static String type(String name) {
        return name.endsWith("Num") ? "number" : name.endsWith("Bool") ? "boolean" : "string";
    }

    /** The kind of record that a path is about, as {@code /v1/metadata} names it; empty if the simulator has none. */
    static Optional<String> kind(String path) {
        String klass = path.replaceFirst("^(.*)/klasses/([^/]+)(/.*)?$", "$2");
        if (!klass.equals(path)) {
            return Optional.of("kobject." + klass);
        }
        Optional<String> kind = Optional.empty();
        for (String segment : path.split("/", -1)) {
            if (segment.matches("customers|conversations|messages|notes|companies")) {
                kind = Optional.of(
                        segment.equals("companies") ? "company" : segment.substring(0, segment.length() - 1));
            }
        }
        return kind;
    }
}

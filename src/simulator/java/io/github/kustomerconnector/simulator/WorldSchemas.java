package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of a world that are no records: keys, klasses and custom attributes. Each maps a name to a list of texts. */
final class WorldSchemas {

    static final String ATTRIBUTES = "customAttributes";

    private static final Set<String> KINDS = Set.of("customer", "conversation", "message", "note", "company");

    private WorldSchemas() {}

    /**
     * Adds them to a simulator.
     *
     * @throws IllegalArgumentException if a part is not valid; the message names the place
     */
    static void load(ObjectNode world, KustomerSimulator simulator) {
        Settings settings = simulator.settings();
        lists(world, "klasses").forEach((name, names) -> settings.klass(name, names.toArray(String[]::new)));
        customAttributes(lists(world, ATTRIBUTES), settings);
        lists(world, "keys").forEach((key, roles) -> simulator.addKey(key, Set.copyOf(roles)));
    }

    /**
     * Adds the names of custom attributes by the kind of record.
     *
     * @throws IllegalArgumentException if there is no such kind, or a name has no type as its suffix
     */
    static void customAttributes(Map<String, List<String>> names, Settings settings) {
        names.forEach((kind, ofKind) -> settings.customAttributes(kind, ofKind.toArray(String[]::new)));
    }

    private static Map<String, List<String>> lists(ObjectNode world, String part) {
        JsonNode lists = world.path(part);
        if (!lists.isMissingNode() && !lists.isObject()) {
            throw new IllegalArgumentException(part + " is not a JSON object");
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        lists.properties()
                .forEach(list -> texts.put(list.getKey(), texts(part + "." + list.getKey(), list.getValue())));
        return texts;
    }

    private static List<String> texts(String place, JsonNode list) {
        if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isTextual)) {
            throw new IllegalArgumentException(place + " is not a list of texts");
        }
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** @throws IllegalArgumentException if records of the kind have no custom attributes */
    static void requireKind(String kind, AttributeNames attributes) {
        if (!KINDS.contains(kind)
                && attributes.klasses().stream().noneMatch(klass -> kind.equals("kobject." + klass))) {
            throw new IllegalArgumentException(
                    "%s.%s: there is no such kind of record with custom attributes".formatted(ATTRIBUTES, kind));
        }
    }

    /** @throws IllegalArgumentException if Kustomer refuses the name of a klass */
    static void requireKlass(String name) {
        if (!ApiDescription.live()
                .requestViolations("POST", "/v1/klasses", Json.object().put("name", name))
                .isEmpty()) {
            throw new IllegalArgumentException(
                    "klasses.%s: the name of a klass has only letters, digits, _ and -".formatted(name));
        }
    }

    /**
     * Checks the names of a record's custom attributes, as a request does.
     *
     * @throws IllegalArgumentException if the organization has no such attribute; the message begins with the place
     */
    static void requireKnown(String place, String kind, JsonNode custom, Settings settings) {
        settings.attributes()
                .of(kind)
                .ifPresent(known -> custom.fieldNames().forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        throw new IllegalArgumentException(
                                "%s.custom: there is no custom attribute \"%s\"".formatted(place, name));
                    }
                }));
    }

    /** The suffix of a name is the type of the attribute, so Kustomer has no other names. */
    static void requireSuffixes(String place, List<String> names) {
        names.forEach(name -> {
            ObjectNode body = Json.object();
            body.putObject("custom").putNull(name);
            if (!ApiDescription.live()
                    .requestViolations("POST", "/v1/customers", body)
                    .isEmpty()) {
                throw new IllegalArgumentException(
                        "%s: the name \"%s\" has no type as its suffix, such as Str, Num or Bool"
                                .formatted(place, name));
            }
        });
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The links of a resource to itself and to other records. */
final class ResourceLinks {

    private static final String KOBJECT = "kobject.";

    private ResourceLinks() {}

    /** The path of a record. */
    static String self(String type, String id) {
        if (type.startsWith(KOBJECT)) {
            return "/v1/klasses/%s/%s".formatted(type.substring(KOBJECT.length()), id);
        }
        return switch (type) {
            case "company" -> "/v1/companies/" + id;
            case "klass" -> "/v1/klasses/" + id;
            default -> "/v1/%ss/%s".formatted(type, id);
        };
    }

    /** Sets a relationship to another record; an empty id removes it. */
    static void relate(ObjectNode relationships, String relation, String type, String id) {
        if (id.isEmpty() || id.equals("null")) {
            relationships.remove(relation);
            return;
        }
        ObjectNode relationship = relationships.putObject(relation);
        relationship.putObject("links").put("self", self(type, id));
        relationship.putObject("data").put("type", type).put("id", id);
    }

    /** Sets the relationship of a KObject to its klass, which has {@code link} where others have {@code links}. */
    static void relateToKlass(ObjectNode relationships, String klass) {
        String id = Klasses.id(klass);
        ObjectNode relationship = relationships.putObject("klass");
        relationship.putObject("link").put("self", self("klass", id));
        relationship.putObject("data").put("type", "klass").put("id", id);
    }
}

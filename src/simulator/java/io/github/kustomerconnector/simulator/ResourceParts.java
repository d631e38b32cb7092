package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The parts of a resource as Kustomer returns it. */
final class ResourceParts {

    private ResourceParts() {}

    static ObjectNode attributes(ObjectNode resource) {
        return (ObjectNode) resource.get("attributes");
    }

    static ObjectNode relationships(ObjectNode resource) {
        return (ObjectNode) resource.get("relationships");
    }

    /** The id of a related record; empty if there is none. */
    static String related(ObjectNode resource, String relation) {
        return resource.at("/relationships/" + relation + "/data/id").asText();
    }
}

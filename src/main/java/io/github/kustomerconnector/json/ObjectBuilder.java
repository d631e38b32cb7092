package io.github.kustomerconnector.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds one JSON object, field by field. */
public final class ObjectBuilder {

    private final ObjectNode object = JsonNodeFactory.instance.objectNode();

    /** Puts a field; it replaces the value of an earlier one with the same name. */
    public void put(String name, Json value) {
        object.set(name, value.node());
    }

    /** Whether the field {@code name} has been put. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** The object. It must not be changed afterwards. */
    public Json build() {
        return new Json(object);
    }
}

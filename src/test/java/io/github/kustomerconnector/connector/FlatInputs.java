package io.github.kustomerconnector.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A task's variables as its input mappings create them. */
public final class FlatInputs {

    private FlatInputs() {}

    /** The variables of a task from the fields of its form by container: {@code {customer: {emails: ...}}}. */
    public static ObjectNode of(JsonNode containers) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        ObjectNode inputs = variables.putObject(TaskInputs.ROOT);
        containers
                .properties()
                .forEach(container -> container
                        .getValue()
                        .properties()
                        .forEach(field -> inputs.set(
                                TaskInputs.key(container.getKey() + "." + field.getKey()), field.getValue())));
        return variables;
    }

    /** The fields of the form by container, from a task's variables: the reverse of {@link #of}. */
    public static ObjectNode containers(JsonNode variables) {
        ObjectNode containers = JsonNodeFactory.instance.objectNode();
        variables.path(TaskInputs.ROOT).properties().forEach(input -> {
            String[] names = input.getKey().split("_", 3);
            containers.withObject("/" + names[1]).set(names[2], input.getValue());
        });
        return containers;
    }
}

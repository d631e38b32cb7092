package io.github.kustomerconnector.saas;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A field of a template for Camunda's REST connector.
 *
 * @param id the id of the property in the operation's own template
 * @param changes the keys of the property that differ from the operation's own template
 */
public record RestField(String id, ObjectNode changes) {

    public RestField {
        changes = changes.deepCopy();
    }

    static RestField of(String id) {
        return new RestField(id, JsonNodeFactory.instance.objectNode());
    }

    /** A dropdown that the operation's own template does not have. Its first option is the default. */
    static RestField choice(String id, String label, String description, String group) {
        RestField field = of(id);
        field.changes
                .put("id", id)
                .put("label", label)
                .put("description", description)
                .put("optional", false)
                .put("group", group)
                .put("type", "Dropdown");
        field.changes.putObject("constraints").put("notEmpty", true);
        return field;
    }

    RestField option(String name, String value) {
        RestField field = copy();
        field.changes.withArray("choices").addObject().put("name", name).put("value", value);
        if (!field.changes.has("value")) {
            field.changes.put("value", value);
        }
        return field;
    }

    RestField required() {
        RestField field = copy();
        field.changes.withObject("/constraints").put("notEmpty", true);
        return field;
    }

    RestField onlyIf(String driver, String value) {
        RestField field = copy();
        field.changes
                .putObject("condition")
                .put("property", driver)
                .put("equals", value)
                .put("type", "simple");
        return field;
    }

    /** A field for the id of the new record, which is filled in. */
    RestField preset(String value) {
        RestField field = required();
        field.changes
                .put("value", value)
                .put(
                        "description",
                        "24 digits from 0-9 and a-f. Preset: a new ID for each task, the same for its retries")
                .put("tooltip", "Kustomer is assumed to refuse a second record with the same ID.");
        return field;
    }

    /** The property, given that of the operation's own template; {@code own} is empty if it has none. */
    public ObjectNode applyTo(ObjectNode own) {
        ObjectNode property = own.deepCopy();
        changes.properties().forEach(change -> {
            if (change.getKey().equals("constraints")) {
                property.withObject("/constraints").setAll((ObjectNode) change.getValue());
            } else {
                property.set(change.getKey(), change.getValue());
            }
        });
        if (property.has("value")) {
            property.remove("placeholder");
        }
        return property;
    }

    private RestField copy() {
        return new RestField(id, changes);
    }
}

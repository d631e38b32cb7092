package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An element template's form with everything typed in: which properties are shown, and their values. */
final class FilledForm {
    private final Map<String, String> typed;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final List<Field> fields = new ArrayList<>();

    private FilledForm(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /**
     * Fills the properties in their order; a condition sees only those before it.
     *
     * @param typed values by property id, instead of the defaults
     * @throws IllegalArgumentException naming the property if a value is missing, wrong, or for a property that is not shown
     */
    static FilledForm of(JsonNode template, Map<String, String> typed) {
        FilledForm form = new FilledForm(typed);
        template.path("properties").forEach(property -> form.fill(new TemplateProperty(property)));
        Set<String> unknown = new TreeSet<>(typed.keySet());
        unknown.removeAll(form.shown.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Template '%s' shows no property %s"
                    .formatted(template.path("id").asText(), unknown));
        }
        return form;
    }

    /** The properties shown, in their order. */
    List<Field> fields() {
        return List.copyOf(fields);
    }

    private void fill(TemplateProperty property) {
        if (!holds(property.json().path("condition"))) {
            return;
        }
        String value = typed.getOrDefault(property.id(), property.defaultValue());
        property.check(value);
        shown.put(property.id(), property.compared(value));
        fields.add(new Field(property, property.written(value)));
    }

    private boolean holds(JsonNode condition) {
        if (condition.isMissingNode()) {
            return true;
        }
        if (condition.has("allMatch")) {
            return condition.path("allMatch").valueStream().allMatch(this::holds);
        }
        String property = condition.path("property").asText();
        if (condition.has("isActive")) {
            return condition.path("isActive").asBoolean() == shown.containsKey(property);
        }
        String value = shown.get(property);
        if (value == null) {
            return false;
        }
        return condition.has("equals")
                ? value.equals(condition.path("equals").asText())
                : condition.path("oneOf").valueStream().anyMatch(one -> value.equals(one.asText()));
    }

    /**
     * A property that is shown.
     *
     * @param value as it stands in the BPMN; empty if nothing was typed
     */
    record Field(TemplateProperty property, String value) {}
}

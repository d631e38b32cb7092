package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Faults of a field that the modeler accepts, although a person who fills in the form cannot. */
final class FieldRules {
    private static final Pattern INPUT = Pattern.compile("kustomer\\.in_[a-zA-Z]+_[a-zA-Z]+");
    private static final Pattern TAG = Pattern.compile("</?(code|i)>|<a href=\"https://[^\"<>]*\"[^<>]*>|</a>");
    private static final Pattern EXPRESSION = Pattern.compile("(^|\\s|>)=\\S");

    private final List<TemplateProperty> properties;
    private final Consumer<String> problems;
    private final boolean isRest;

    FieldRules(List<TemplateProperty> properties, Consumer<String> problems) {
        this.properties = properties;
        this.isRest = RestRules.isRest(properties);
        this.problems = problems;
    }

    void check() {
        Map<String, List<TemplateProperty>> earlier = new HashMap<>();
        for (TemplateProperty property : properties) {
            property.conditions().forEach(condition -> conditionCanHold(property, condition, earlier));
            earlier.computeIfAbsent(property.id(), id -> new ArrayList<>()).add(property);
            if (!property.hidden()) {
                defaultIsAllowed(property);
                patternIsKind(property);
                hintsHelp(property);
            }
            emptyInputDoesNotLeak(property);
            inputHidesNoVariable(property);
        }
    }

    private void conditionCanHold(
            TemplateProperty property, JsonNode condition, Map<String, List<TemplateProperty>> earlier) {
        String name = condition.path("property").asText();
        List<TemplateProperty> variants = earlier.getOrDefault(name, List.of());
        if (variants.isEmpty()) {
            add(property, "depends on %s, which is no earlier property".formatted(name));
            return;
        }
        asked(condition).stream()
                .filter(value -> variants.stream().noneMatch(driver -> driver.canBe(value)))
                .forEach(value -> add(property, "waits for a %s that cannot be: %s".formatted(name, value)));
    }

    private void defaultIsAllowed(TemplateProperty property) {
        String value = property.defaultValue();
        if (value.isEmpty()) {
            return;
        }
        if (!property.canBe(value)) {
            add(property, "has a default that is no choice: %s".formatted(value));
        }
        if (property.isExpression() && !value.startsWith("=")) {
            add(property, "has a default that does not begin with =: %s".formatted(value));
        }
        if (!property.matches(value)) {
            add(property, "has a default that misses its own pattern: %s".formatted(value));
        }
    }

    /** The modeler holds a pattern against an empty field too, and its linter reads an input without a source as "undefined". */
    private void patternIsKind(TemplateProperty property) {
        if (!property.hasPattern()) {
            return;
        }
        if (!property.patternCompiles()) {
            add(property, "has a pattern that is no regular expression");
        } else if (!property.required() && !(property.matches("") && property.matches("undefined"))) {
            add(property, "must accept an empty field, and the text \"undefined\"");
        }
        if (!property.patternMessage().startsWith("must ")) {
            add(property, "must have a message that continues its label: must be ...");
        }
    }

    private void hintsHelp(TemplateProperty property) {
        String description = property.text("description");
        if (TAG.matcher(description + property.text("tooltip")).replaceAll("").contains("<")) {
            add(property, "has a hint with a < that the form reads as markup and hides");
        }
        String placeholder = property.text("placeholder");
        if (property.text("label").isEmpty() || description.isEmpty()) {
            add(property, "must have a label and a description");
        }
        if (description.endsWith(".")) {
            add(property, "has a description that ends with a full stop");
        }
        if (property.isText()
                && placeholder.isEmpty()
                && property.defaultValue().isEmpty()
                && !description.toLowerCase(Locale.ROOT).contains("such as ")) {
            add(property, "must have an example: a placeholder, a default, or such as ... in its description");
        }
        if (placeholder.startsWith("=")
                || (property.isExpression()
                        && EXPRESSION
                                .matcher(description + "\n" + property.text("tooltip"))
                                .find())) {
            add(property, "has a hint that begins with =, which the form shows already");
        }
    }

    /** Left empty, an optional input is not written, and a process variable of its name reaches the worker. */
    private void emptyInputDoesNotLeak(TemplateProperty property) {
        if (property.optional()) {
            add(property, "must not be optional");
        }
    }

    /**
     * A target without the common root and prefix hides process variables of its name from later mappings. The hidden
     * request of the REST connector comes after all fields: see {@link RestRules}.
     */
    private void inputHidesNoVariable(TemplateProperty property) {
        if (property.bindingType().equals("zeebe:input")
                && !INPUT.matcher(property.bindingName()).matches()
                && !(isRest && RestRules.isOfConnector(property))) {
            add(property, "writes to %s, which can hide a process variable".formatted(property.bindingName()));
        }
    }

    private void add(TemplateProperty property, String problem) {
        problems.accept(property.id() + " " + problem);
    }

    private static List<String> asked(JsonNode condition) {
        return Stream.concat(
                        Stream.of(condition.path("equals")).filter(JsonNode::isValueNode),
                        condition.path("oneOf").valueStream())
                .map(JsonNode::asText)
                .toList();
    }
}

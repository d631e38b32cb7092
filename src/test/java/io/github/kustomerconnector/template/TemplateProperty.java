package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One property of an element template: what a field of the form asks for and where its value goes. */
record TemplateProperty(JsonNode json) {

    /** The property's id, or the name of its binding if it has none. */
    String id() {
        return json.path("id").asText(bindingName());
    }

    String bindingType() {
        return json.path("binding").path("type").asText();
    }

    /** The input's name, the header's key or the task definition's attribute. */
    String bindingName() {
        JsonNode binding = json.path("binding");
        return binding.path("name")
                .asText(binding.path("key").asText(binding.path("property").asText()));
    }

    /** The text of the property under a key; empty if it has none. */
    String text(String key) {
        return json.path(key).asText();
    }

    boolean hidden() {
        return text("type").equals("Hidden");
    }

    /** Whether a person types text into it. */
    boolean isText() {
        return Set.of("String", "Text").contains(text("type"));
    }

    /** Whether it takes nothing but an expression, so that the form draws the FEEL sign before it. */
    boolean isExpression() {
        return text("feel").equals("required");
    }

    boolean required() {
        return constraint("notEmpty").asBoolean();
    }

    /** The simple conditions that its own is made of. */
    List<JsonNode> conditions() {
        JsonNode condition = json.path("condition");
        if (condition.isMissingNode()) {
            return List.of();
        }
        return condition.has("allMatch")
                ? condition.path("allMatch").valueStream().toList()
                : List.of(condition);
    }

    /** Whether the form can give it this value. */
    boolean canBe(String value) {
        return switch (text("type")) {
            case "Dropdown" -> isChoice(value);
            case "Boolean" -> value.equals("true") || value.equals("false");
            case "Hidden" -> defaultValue().equals(value);
            default -> true;
        };
    }

    boolean hasPattern() {
        return !constraint("pattern").isMissingNode();
    }

    boolean patternCompiles() {
        try {
            pattern();
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** Whether a value is what its pattern wants; a pattern that is none wants nothing. */
    boolean matches(String value) {
        return !patternCompiles() || pattern().matcher(value).find();
    }

    /** The words that the form puts behind the label of a field that misses its pattern. */
    String patternMessage() {
        return constraint("pattern").path("message").asText();
    }

    boolean optional() {
        return json.path("optional").asBoolean();
    }

    /** The value a form starts with; empty if it starts empty. */
    String defaultValue() {
        return json.path("value").asText("");
    }

    /** The value as it stands in the BPMN: numbers and booleans become FEEL. */
    String written(String value) {
        return isTyped() && !value.isEmpty() && !isFeel(value) ? "=" + value : value;
    }

    /** The value as conditions compare it: numbers and booleans without the FEEL sign. */
    String compared(String value) {
        return isTyped() && isFeel(value) ? value.substring(1) : value;
    }

    /**
     * Refuses what the Modeler marks as wrong.
     *
     * @throws IllegalArgumentException naming the property
     */
    void check(String value) {
        if (value.isEmpty()) {
            require(!required(), "needs a value");
            return;
        }
        boolean feel = isFeel(value);
        require(feel || !isExpression(), "needs a FEEL expression that starts with =");
        require(!isDropdown() || isChoice(value), "has no such choice");
        require(feel || matches(value), "does not match its pattern");
    }

    private Pattern pattern() {
        JsonNode pattern = constraint("pattern");
        return Pattern.compile(pattern.path("value").asText(pattern.asText("")));
    }

    private JsonNode constraint(String name) {
        return json.path("constraints").path(name);
    }

    private boolean isDropdown() {
        return json.path("type").asText().equals("Dropdown");
    }

    private boolean isChoice(String value) {
        return json.path("choices").findValuesAsText("value").contains(value);
    }

    private boolean isTyped() {
        String type = json.path("type").asText();
        return json.has("feel") && (type.equals("Number") || type.equals("Boolean"));
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("Property '%s' %s".formatted(id(), complaint));
        }
    }

    private static boolean isFeel(String value) {
        return value.startsWith("=");
    }
}

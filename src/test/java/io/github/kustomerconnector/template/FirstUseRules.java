package io.github.kustomerconnector.template;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Faults of a field that a person meets at the first use, or at the first update of the template. */
final class FirstUseRules {

    /** Two lines at a panel of 400 pixels: about 58 characters each in the modeler's font. */
    private static final int LONGEST_HINT = 116;

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern REQUIRED = Pattern.compile("\\b(required|mandatory)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FINAL = Pattern.compile("can(not|'t) be undone");

    /** The choices that delete or overwrite something. */
    private static final Set<String> DESTRUCTIVE = Set.of("delete", "remove", "replace", "complete", "merge");

    private final List<TemplateProperty> properties;
    private final Consumer<String> problems;

    FirstUseRules(List<TemplateProperty> properties, Consumer<String> problems) {
        this.properties = properties;
        this.problems = problems;
    }

    void check() {
        properties.stream().filter(property -> !property.hidden()).forEach(property -> {
            hintFitsTwoLines(property);
            requiredIsMarked(property);
            placeholderIsAccepted(property);
            defaultDestroysNothing(property);
            emptiedFieldIsExplained(property);
        });
    }

    private void hintFitsTwoLines(TemplateProperty property) {
        int length = TAG.matcher(property.text("description")).replaceAll("").length();
        if (length > LONGEST_HINT) {
            add(property, "has a description of %s characters, more than two lines".formatted(length));
        }
    }

    private void requiredIsMarked(TemplateProperty property) {
        if (!property.required() && REQUIRED.matcher(hints(property)).find()) {
            add(property, "is required according to its hint, but is not marked");
        }
    }

    private void placeholderIsAccepted(TemplateProperty property) {
        String placeholder = property.text("placeholder");
        if (property.hasPattern() && !placeholder.isEmpty() && !property.matches(placeholder)) {
            add(property, "has a placeholder that its own pattern refuses: %s".formatted(placeholder));
        }
    }

    /** A form that is deployed as it is must not delete or overwrite anything. */
    private void defaultDestroysNothing(TemplateProperty property) {
        String value = property.defaultValue();
        boolean isFinal = FINAL.matcher(hints(property)).find();
        if (isFinal && !value.isEmpty()) {
            add(property, "has a default that destroys: %s".formatted(value));
        }
        if (isFinal && !property.required()) {
            add(property, "must be required, because its effect cannot be undone");
        }
        if (property.text("type").equals("Dropdown") && DESTRUCTIVE.contains(value.toLowerCase(Locale.ROOT))) {
            add(property, "has a default that destroys: %s".formatted(value));
        }
    }

    /** An update of the template fills an emptied field with its default again. The hint names what stays. */
    private void emptiedFieldIsExplained(TemplateProperty property) {
        boolean returns = !property.required()
                && property.isText()
                && property.defaultValue().startsWith("=");
        if (returns && !hints(property).contains("an update of the template fills")) {
            add(property, "must explain what an update of the template does to it when it is emptied");
        }
    }

    private static String hints(TemplateProperty property) {
        return property.text("description") + "\n" + property.text("tooltip");
    }

    private void add(TemplateProperty property, String problem) {
        problems.accept(property.id() + " " + problem);
    }
}

package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.operation.Bound;
import io.github.kustomerconnector.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the marks and examples of a form with what its operation accepts. The operation is bound and checked, for
 * each choice of each dropdown, but no request is sent.
 */
final class FormAgainstCode {

    private static final Pattern MISSING = Pattern.compile("([a-zA-Z]+\\.[a-zA-Z]+) is (missing|empty)");
    private static final Pattern REFUSED = Pattern.compile("(?:^|; )([a-zA-Z]+\\.[a-zA-Z]+)");
    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";
    private static final int ROUNDS = 6;

    /** Fields that may be empty if another one has a value. A form can mark neither of them. */
    private static final Map<String, Set<String>> ALTERNATIVES = Map.of(
            "search.and", Set.of("search.or", "search.not"),
            "draft.body", Set.of("draft.template", "draft.meta", "draft.attachments"),
            "message.conversation", Set.of("message.customer"),
            "company.name", Set.of("options.companyId", "company.externalId"),
            "company.externalId", Set.of("company.name"));

    /** Names that some fields accept in place of an id: an external id, a key and an e-mail. */
    private static final List<String> NAMES = List.of("A-1001", "complaints", "ada@example.org");

    /** Fields that are meant to accept less in the form: the code checks them only as text. */
    private static final Set<String> STRICTER = Set.of("conversation.subStatus", "draft.to");

    private final JsonNode template;
    private final Class<? extends Operation<?>> operation;

    FormAgainstCode(JsonNode template, Class<? extends Operation<?>> operation) {
        this.template = template;
        this.operation = operation;
    }

    /** Fields that the operation requires although the form does not mark or show them. */
    Set<String> unmarked() {
        Set<String> problems = new TreeSet<>();
        for (Map<String, String> choices : states()) {
            Map<String, String> values = new LinkedHashMap<>(choices);
            for (int round = 0; round < ROUNDS; round++) {
                Map<String, TemplateProperty> shown = shown(choices);
                Set<String> missing = matches(MISSING, refusal(shown, values));
                missing.stream()
                        .filter(id -> !shown.containsKey(id) || !shown.get(id).required())
                        .filter(id ->
                                ALTERNATIVES.getOrDefault(id, Set.of()).stream().noneMatch(shown::containsKey))
                        .forEach(id -> problems.add("%s is required, but not marked: %s".formatted(id, choices)));
                missing.forEach(id -> values.put(id, sample(shown.get(id))));
            }
        }
        return problems;
    }

    /** Names in place of ids that the pattern of a field refuses, although the operation accepts them. */
    Set<String> refusedNames() {
        Set<String> problems = new TreeSet<>();
        for (Map<String, String> choices : states()) {
            Map<String, TemplateProperty> shown = shown(choices);
            Map<String, String> complete = complete(shown, choices);
            shown.values().stream()
                    .filter(property -> property.isText() && property.hasPattern())
                    .filter(FormAgainstCode::isField)
                    .forEach(property -> NAMES.stream()
                            .filter(name -> !property.matches(name) && isAccepted(shown, complete, property, name))
                            .forEach(name -> problems.add("%s refuses %s".formatted(property.id(), name))));
        }
        return problems;
    }

    /** Whether the code checks the value of the field. The server of {@link #refusal} is a fixed one. */
    private static boolean isField(TemplateProperty property) {
        return property.bindingType().equals("zeebe:input")
                && !property.id().startsWith("server.")
                && !STRICTER.contains(property.id());
    }

    /** Expressions in hints that the operation refuses. */
    Set<String> refusedHints() {
        Set<String> problems = new TreeSet<>();
        for (Map<String, String> choices : states()) {
            Map<String, TemplateProperty> shown = shown(choices);
            shown.values().stream()
                    .filter(FormAgainstCode::isField)
                    .forEach(property -> HintExamples.of(property).forEach(example -> {
                        Map<String, String> values = new LinkedHashMap<>(choices);
                        values.put(property.id(), example);
                        if (matches(REFUSED, refusal(shown, values)).contains(property.id())) {
                            problems.add("%s refuses its example %s".formatted(property.id(), example));
                        }
                    }));
        }
        return problems;
    }

    /** Pairs of choices that the form offers together, although the operation refuses them in any case. */
    Set<String> refusedChoices() {
        Set<String> problems = new TreeSet<>();
        for (Map<String, String> state : states()) {
            shown(state).values().stream()
                    .filter(FormAgainstCode::isDropdown)
                    .filter(property -> !state.containsKey(property.id()))
                    .forEach(property -> choices(property).forEach(choice -> {
                        Map<String, String> pair = new LinkedHashMap<>(state);
                        pair.put(property.id(), choice);
                        Map<String, TemplateProperty> shown = shown(pair);
                        matches(REFUSED, refusal(shown, complete(shown, pair))).stream()
                                .filter(pair::containsKey)
                                .forEach(id -> problems.add("%s is refused in %s".formatted(id, pair)));
                    }));
        }
        return problems;
    }

    private boolean isAccepted(
            Map<String, TemplateProperty> shown,
            Map<String, String> complete,
            TemplateProperty property,
            String value) {
        Map<String, String> values = new LinkedHashMap<>(complete);
        values.put(property.id(), value);
        return refusal(shown, values).isEmpty();
    }

    /** The choices, and a value for each field that the operation requires. */
    private Map<String, String> complete(Map<String, TemplateProperty> shown, Map<String, String> choices) {
        Map<String, String> values = new LinkedHashMap<>(choices);
        for (int round = 0; round < ROUNDS; round++) {
            matches(MISSING, refusal(shown, values)).forEach(id -> values.put(id, sample(shown.get(id))));
        }
        return values;
    }

    /** Examples that the operation refuses. */
    Set<String> refusedPlaceholders() {
        Set<String> problems = new TreeSet<>();
        for (Map<String, String> choices : states()) {
            Map<String, TemplateProperty> shown = shown(choices);
            shown.forEach((id, property) -> {
                String placeholder = property.text("placeholder");
                if (property.isText() && !property.isExpression() && !placeholder.isEmpty()) {
                    Map<String, String> values = new LinkedHashMap<>(choices);
                    values.put(id, placeholder);
                    if (matches(REFUSED, refusal(shown, values)).contains(id)) {
                        problems.add("%s refuses its example %s".formatted(id, placeholder));
                    }
                }
            });
        }
        return problems;
    }

    /** The choices of each dropdown, each with those that show it. */
    private List<Map<String, String>> states() {
        List<Map<String, String>> states = new ArrayList<>(List.of(Map.of()));
        for (TemplateProperty property : properties()) {
            if (isDropdown(property)) {
                for (String choice : choices(property)) {
                    Map<String, String> state = new LinkedHashMap<>(drivers(property));
                    state.put(property.id(), choice);
                    states.add(state);
                }
            }
        }
        return states;
    }

    private static boolean isDropdown(TemplateProperty property) {
        return property.text("type").equals("Dropdown") && !property.id().startsWith("server.");
    }

    private static List<String> choices(TemplateProperty property) {
        return property.json().path("choices").findValuesAsText("value");
    }

    private Map<String, String> drivers(TemplateProperty property) {
        Map<String, String> drivers = new LinkedHashMap<>();
        for (JsonNode condition : property.conditions()) {
            String name = condition.path("property").asText();
            properties().stream()
                    .filter(candidate -> candidate.id().equals(name))
                    .findFirst()
                    .ifPresent(driver -> drivers.putAll(drivers(driver)));
            drivers.put(
                    name,
                    condition.path("equals").asText(condition.at("/oneOf/0").asText()));
        }
        return drivers;
    }

    private Map<String, TemplateProperty> shown(Map<String, String> choices) {
        Map<String, TemplateProperty> shown = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (TemplateProperty property : properties()) {
            boolean holds = property.conditions().stream().allMatch(condition -> {
                String value = values.get(condition.path("property").asText());
                return value != null
                        && (condition.path("equals").asText("\n").equals(value)
                                || condition
                                        .path("oneOf")
                                        .valueStream()
                                        .anyMatch(one -> one.asText().equals(value)));
            });
            if (holds) {
                values.put(property.id(), choices.getOrDefault(property.id(), property.defaultValue()));
                shown.put(property.id(), property);
            }
        }
        return shown;
    }

    /** The message of the refusal; empty if the operation accepts the values. */
    private String refusal(Map<String, TemplateProperty> shown, Map<String, String> values) {
        ObjectNode containers = JsonNodeFactory.instance.objectNode();
        shown.forEach((id, property) -> {
            String preset = property.defaultValue().startsWith("=") ? "" : property.defaultValue();
            String value = values.getOrDefault(id, preset);
            if (property.bindingType().equals("zeebe:input") && !value.isEmpty()) {
                String[] name = id.split("\\.", 2);
                containers.withObject("/" + name[0]).set(name[1], HintExamples.value(value));
            }
        });
        containers.withObject("/server").put("region", "us");
        try {
            Bound.bound(operation, containers.toString()).call(Bound.TASK);
            return "";
        } catch (KustomerException e) {
            return Objects.requireNonNullElse(e.getMessage(), "");
        }
    }

    private List<TemplateProperty> properties() {
        return template.path("properties")
                .valueStream()
                .map(TemplateProperty::new)
                .toList();
    }

    private static String sample(@Nullable TemplateProperty property) {
        String placeholder = property == null ? "" : property.text("placeholder");
        return placeholder.isEmpty() ? ID : placeholder;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}

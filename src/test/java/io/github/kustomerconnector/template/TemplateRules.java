package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faults of a template as a whole that the modeler accepts. */
final class TemplateRules {
    private static final int ICON_LIMIT = 3 * 1024;
    private static final int OPEN_LIMIT = 6;
    private static final String DOCUMENTATION =
            "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/";
    private static final Set<String> SECTIONS = Stream.of("operations.md", "saas.md")
            .flatMap(page -> sections(page).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** The names of the groups that all forms share. */
    private static final Map<String, String> SHARED = Map.of(
            "connection", "Authentication and server",
            "moreFields", "More fields",
            "options", "Options",
            "output", "Output mapping",
            "error", "Error handling",
            "retries", "Retries");

    private final JsonNode template;
    private final List<TemplateProperty> properties;
    private final Consumer<String> problems;

    private TemplateRules(JsonNode template, Consumer<String> problems) {
        this.template = template;
        this.properties = template.path("properties")
                .valueStream()
                .map(TemplateProperty::new)
                .toList();
        this.problems = problems;
    }

    /** What is wrong with a template and its fields, in words. */
    static List<String> problems(JsonNode template) {
        List<String> problems = new ArrayList<>();
        TemplateRules rules = new TemplateRules(template, problems::add);
        rules.nothingIsThereTwice();
        rules.groupsAreDeclaredAndUsed();
        rules.aGroupHasOneName();
        rules.openGroupsFitOneScreen();
        rules.headersSayWhatTheTemplateSays();
        rules.metadataHelpsToFind();
        rules.eventsThrowNoBpmnErrors();
        if (rules.isWebhook()) {
            new WebhookRules(rules.properties, problems::add).check();
        }
        if (RestRules.isRest(rules.properties)) {
            problems.addAll(RestRules.problems(template));
        }
        new FieldRules(rules.properties, problems::add).check();
        new FirstUseRules(rules.properties, problems::add).check();
        return problems;
    }

    private void nothingIsThereTwice() {
        List<TemplateProperty> always = properties.stream()
                .filter(property -> !property.json().has("condition"))
                .toList();
        repeated(variantsAsOne(), property -> property.text("id"))
                .forEach(id -> add("property %s is there twice".formatted(id)));
        repeated(always, property -> property.json().path("binding").toString())
                .forEach(binding -> add("two properties write to %s".formatted(binding)));
    }

    /** The properties. Of those that write to the same input under different conditions, only the first. */
    private List<TemplateProperty> variantsAsOne() {
        Set<String> seen = new HashSet<>();
        Set<String> conditions = new HashSet<>();
        return properties.stream()
                .filter(property -> {
                    String field = property.text("id") + property.json().path("binding") + property.text("label");
                    boolean isFirst = seen.add(field);
                    boolean isOther = conditions.add(field + property.json().path("condition"));
                    return isFirst || !isOther || !property.json().has("condition");
                })
                .toList();
    }

    private void groupsAreDeclaredAndUsed() {
        List<JsonNode> groups = template.path("groups").valueStream().toList();
        Set<String> ids = groups.stream().map(group -> text(group, "id")).collect(Collectors.toSet());
        Set<String> used =
                properties.stream().map(property -> property.text("group")).collect(Collectors.toSet());
        repeated(groups, group -> text(group, "id")).forEach(id -> add("group %s is declared twice".formatted(id)));
        ids.stream().filter(id -> !used.contains(id)).forEach(id -> add("group %s is empty".formatted(id)));
        properties.stream()
                .filter(property -> property.json().has("group") || !property.hidden())
                .filter(property -> !ids.contains(property.text("group")))
                .forEach(property ->
                        add("the group of %s is not declared: %s".formatted(property.id(), property.text("group"))));
        if (groups.isEmpty() || !groups.getFirst().path("openByDefault").asBoolean()) {
            add("the first group is closed");
        }
    }

    /** A group that many forms have has the same label in each of them, and no label stands for two groups of a form. */
    private void aGroupHasOneName() {
        List<JsonNode> groups = template.path("groups").valueStream().toList();
        groups.stream()
                .filter(group -> !SHARED.getOrDefault(text(group, "id"), text(group, "label"))
                        .equals(text(group, "label")))
                .forEach(group -> add("group %s has another name than in other forms: %s"
                        .formatted(text(group, "id"), text(group, "label"))));
        repeated(groups, group -> text(group, "label"))
                .forEach(label -> add("two groups have the name %s".formatted(label)));
    }

    /** A form shows at first what most people need, and the groups with the rest. */
    private void openGroupsFitOneScreen() {
        template.path("groups")
                .valueStream()
                .filter(group -> group.path("openByDefault").asBoolean())
                .map(group -> text(group, "id"))
                .forEach(id -> {
                    long fields = properties.stream()
                            .filter(property -> property.text("group").equals(id))
                            .filter(property ->
                                    !property.hidden() && property.conditions().isEmpty())
                            .count();
                    if (fields > OPEN_LIMIT) {
                        add("group %s is open and has %s fields at first, more than %s"
                                .formatted(id, fields, OPEN_LIMIT));
                    }
                });
    }

    /** A webhook has no headers: its element is no job. */
    private void headersSayWhatTheTemplateSays() {
        if (isWebhook()) {
            return;
        }
        Map.of("elementTemplateId", "id", "elementTemplateVersion", "version").forEach((header, key) -> {
            boolean same = properties.stream()
                    .anyMatch(property -> property.bindingName().equals(header)
                            && property.defaultValue().equals(text(template, key)));
            if (!same) {
                add("the header %s is not the template's %s".formatted(header, key));
            }
        });
    }

    private void metadataHelpsToFind() {
        if (text(template, "$schema").contains("json-schema@")) {
            add("the schema must not be pinned: a modeler refuses one newer than its own");
        }
        int icon = template.at("/icon/contents").asText().length();
        if (icon == 0 || icon > ICON_LIMIT) {
            add("the icon must be there and at most %s characters: it has %s".formatted(ICON_LIMIT, icon));
        }
        if (!template.at("/engines/camunda").asText().equals("^8.8")) {
            add("the engines must be ^8.8");
        }
        if (template.path("keywords").isEmpty()) {
            add("keywords must be there, and not among the metadata");
        }
        if (text(template, "description").isEmpty()) {
            add("a description must be there");
        }
        if (!SECTIONS.contains(text(template, "documentationRef"))) {
            add("a link to a section of the documentation must be there");
        }
    }

    /** The engine refuses BPMN errors of throw and end events, and the job then never ends. */
    private void eventsThrowNoBpmnErrors() {
        boolean isEvent = template.at("/elementType/eventDefinition").isTextual();
        properties.stream()
                .filter(property -> isEvent && property.defaultValue().contains("bpmn"))
                .forEach(property -> add(property.id() + " throws a BPMN error, which an event can't"));
    }

    /** The addresses of the sections of a page, as GitHub makes them of the headings. */
    private static Set<String> sections(String page) {
        try (Stream<String> lines = Files.lines(Path.of("docs", page))) {
            return lines.filter(line -> line.startsWith("## "))
                    .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                    .map(anchor -> DOCUMENTATION + page + "#" + anchor)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isWebhook() {
        return properties.stream().anyMatch(property -> property.bindingName().equals("inbound.type"));
    }

    private void add(String problem) {
        problems.accept(problem);
    }

    private static <T> List<String> repeated(List<T> all, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .map(key)
                .filter(name -> !name.isEmpty() && !seen.add(name))
                .toList();
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText();
    }
}

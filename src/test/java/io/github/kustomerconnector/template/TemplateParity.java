package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.github.kustomerconnector.connector.TaskInputs;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a template has to have in common with the code behind it, and with the other templates of its operation. */
final class TemplateParity {

    private static final String WEBHOOK_TYPE = "inbound.type";

    private TemplateParity() {}

    /** Inputs that the code does not read, and fields of the code that no input reaches. */
    static List<String> inputProblems(JsonNode template, Class<?> input) {
        boolean isWebhook = isWebhook(template);
        Set<String> read = fields(input, "").stream()
                .map(field -> isWebhook ? field : TaskInputs.target(field))
                .collect(Collectors.toSet());
        Set<String> given = new HashSet<>();
        template.path("properties").forEach(property -> {
            String name = property.at("/binding/name").asText();
            boolean isOwn = name.startsWith("inbound.") && !name.equals(WEBHOOK_TYPE);
            if (property.at("/binding/type").asText().equals("zeebe:input") || (isWebhook && isOwn)) {
                given.add(name);
            }
        });
        List<String> problems = new ArrayList<>();
        given.stream().filter(name -> !read.contains(name)).forEach(name -> problems.add("nothing reads " + name));
        read.stream().filter(name -> !given.contains(name)).forEach(name -> problems.add("no field gives " + name));
        return problems;
    }

    /**
     * Where two templates of one operation differ in more than the element, the name, the id, the job type's field and the
     * error expression: events must not have one that throws BPMN errors.
     */
    static List<String> formProblems(JsonNode template, JsonNode other) {
        JsonNode one = shared(template);
        JsonNode two = shared(other);
        return one.properties().stream()
                .filter(entry -> !entry.getValue().equals(two.path(entry.getKey())))
                .map(entry -> "%s and %s differ in %s"
                        .formatted(
                                template.path("name").asText(),
                                other.path("name").asText(),
                                entry.getKey()))
                .toList();
    }

    private static JsonNode shared(JsonNode template) {
        ObjectNode shared = template.deepCopy();
        shared.remove(List.of("id", "name", "appliesTo", "elementType"));
        ArrayNode rest = shared.putArray("properties");
        Set<String> used = new HashSet<>();
        for (JsonNode property : template.path("properties")) {
            if (property.at("/binding/property").asText().equals("type")
                    || property.at("/binding/name").asText().equals(WEBHOOK_TYPE)) {
                shared.set("jobType", property.path("value"));
                continue;
            }
            used.add(property.path("group").asText());
            if (property.path("id").asText().equals("errorExpression")) {
                continue;
            }
            boolean isId = property.at("/binding/key").asText().equals("elementTemplateId");
            rest.add(isId ? ((ObjectNode) property.deepCopy()).put("value", "") : property);
        }
        ArrayNode groups = shared.putArray("groups");
        template.path("groups").forEach(group -> {
            if (used.contains(group.path("id").asText())) {
                groups.add(group);
            }
        });
        return shared;
    }

    private static boolean isWebhook(JsonNode template) {
        return template.path("properties").findValuesAsText("name").contains(WEBHOOK_TYPE);
    }

    private static List<String> fields(Class<?> record, String prefix) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : Objects.requireNonNull(record.getRecordComponents())) {
            boolean isContainer = Arrays.stream(record.getDeclaredFields())
                    .filter(field -> field.getName().equals(component.getName()))
                    .noneMatch(field -> field.isAnnotationPresent(TemplateProperty.class));
            if (isContainer) {
                names.addAll(fields(component.getType(), prefix + component.getName() + "."));
            } else {
                names.add(prefix + component.getName());
            }
        }
        return names;
    }
}

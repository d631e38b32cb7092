package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.TaskInputs;
import io.github.kustomerconnector.saas.RestField;
import io.github.kustomerconnector.saas.RestOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes an operation's own template the one for Camunda's REST connector: some of its fields, and a hidden request. */
final class RestTemplate {

    private static final String PAGE =
            "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/saas.md";

    /** The properties of the operation's template that stay for each operation. */
    private static final Set<String> SHARED =
            Set.of("authentication.apiKey", "server.region", "server.organization", "server.baseUrl");

    /** Words in place of those of the operation's template, by property id. */
    private static final Map<String, Map<String, String>> SAID_HERE = Map.of(
            "server.region",
            Map.of("description", "Where Kustomer stores your data. Organization finds it"),
            "resultVariable",
            Map.of("description", "A process variable that holds the whole answer: status, headers and body"),
            "resultExpression",
            Map.of(
                    "description",
                    "Process variables to write, such as {kustomerData: body.data}. {} writes none",
                    "tooltip",
                    "The answer has the fields <code>status</code>, <code>headers</code> and <code>body</code>. If you empty this field, an update of the template fills in the default again; <code>{}</code> stays."),
            "errorExpression",
            Map.of(
                    "description",
                    "Which answers become BPMN errors, waits or incidents",
                    "tooltip",
                    "<a href=\"%s#errors\" target=\"_blank\">What the default does</a>. If you empty this field, an update of the template fills in the default again; <code>null</code> stays."
                            .formatted(PAGE)),
            "retryBackoff",
            Map.of(
                    "description",
                    "Wait before each retry, such as PT10S for 10 seconds",
                    "tooltip",
                    "A wait that Kustomer asks for has precedence."));

    private final RestOperation operation;
    private final ObjectNode template;

    private RestTemplate(RestOperation operation, ObjectNode template) {
        this.operation = operation;
        this.template = template;
    }

    /** The template for the REST connector, given the operation's own one for service tasks, which is changed. */
    static ObjectNode of(RestOperation operation, ObjectNode own) {
        return new RestTemplate(operation, own).changed();
    }

    private ObjectNode changed() {
        template.put("id", template.path("id").asText() + Variant.REST.suffix());
        template.put("name", "%s (%s)".formatted(template.path("name").asText(), RestOperation.LABEL));
        template.put("description", operation.description());
        template.put("documentationRef", PAGE + "#the-templates");
        template.putArray("keywords").add("kustomer").add(operation.keyword());
        List<ObjectNode> own = properties();
        ArrayNode properties = template.putArray("properties");
        own.stream().filter(RestTemplate::isBefore).forEach(properties::add);
        operation.fields().forEach(field -> properties.add(field(own, field)));
        own.stream().filter(RestTemplate::isAfter).forEach(properties::add);
        properties().forEach(this::complete);
        addRequest(properties);
        removeEmptyGroups();
        return template;
    }

    private List<ObjectNode> properties() {
        return template.path("properties")
                .valueStream()
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static boolean isBefore(ObjectNode property) {
        return SHARED.contains(property.path("id").asText()) || isJobType(property);
    }

    /** The headers and the retries come after the fields, as in the own template. */
    private static boolean isAfter(ObjectNode property) {
        return !isJobType(property) && !property.at("/binding/type").asText().equals("zeebe:input");
    }

    private static boolean isJobType(ObjectNode property) {
        return property.at("/binding/property").asText().equals("type");
    }

    private static ObjectNode field(List<ObjectNode> own, RestField field) {
        Optional<ObjectNode> known = own.stream()
                .filter(property -> property.path("id").asText().equals(field.id()))
                .findFirst();
        ObjectNode property = field.applyTo(known.orElseGet(JsonNodeFactory.instance::objectNode));
        property.withObject("/binding")
                .put("name", TaskInputs.target(field.id()))
                .put("type", "zeebe:input");
        return property;
    }

    private void complete(ObjectNode property) {
        SAID_HERE.getOrDefault(property.path("id").asText(), Map.of()).forEach(property::put);
        if (isJobType(property)) {
            property.put("value", RestOperation.JOB_TYPE);
        }
        switch (property.path("id").asText()) {
            case "id" -> property.put("value", template.path("id").asText());
            case "resultExpression" -> property.put("value", operation.resultExpression());
            case "errorExpression" -> property.put("value", operation.errorExpression());
            case "resultVariable" -> refuseInputs(property);
            case "authentication.apiKey" ->
                property.put("tooltip", property.path("tooltip").asText().replace(OperationHints.LOOK_UP, ""));
            default -> {}
        }
    }

    /** A variable with the name of an input never leaves the task. */
    private void refuseInputs(ObjectNode property) {
        List<String> names = new ArrayList<>(List.of(TaskInputs.ROOT));
        operation.request().inputs().keySet().stream()
                .map(input -> input.replaceFirst("\\..*", ""))
                .distinct()
                .forEach(names::add);
        property.withObject("/constraints/pattern")
                .put("value", "^(?!\\s*(%s)\\s*$).*$".formatted(String.join("|", names)))
                .put("message", "must not be the name of an input of the task: " + String.join(", ", names));
    }

    /** Adds the inputs that the connector reads. They follow the fields, because they read them. */
    private void addRequest(ArrayNode properties) {
        operation
                .request()
                .inputs()
                .forEach((name, value) -> properties
                        .addObject()
                        .put("type", "Hidden")
                        .put("value", value)
                        .putObject("binding")
                        .put("name", name)
                        .put("type", "zeebe:input"));
    }

    private void removeEmptyGroups() {
        List<String> used = properties().stream()
                .map(property -> property.path("group").asText())
                .toList();
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        template.path("groups")
                .valueStream()
                .filter(group -> used.contains(group.path("id").asText()))
                .forEach(groups::add);
        template.set("groups", groups);
    }
}

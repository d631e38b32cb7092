package io.github.kustomerconnector.template;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.generator.dsl.ElementTemplate;
import io.camunda.connector.generator.dsl.Property;
import io.camunda.connector.generator.dsl.PropertyBinding;
import io.camunda.connector.generator.java.ClassBasedTemplateGenerator;
import io.github.kustomerconnector.connector.TaskInputs;
import io.github.kustomerconnector.saas.RestOperation;
import io.github.kustomerconnector.saas.SaasWebhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One template of one connector: the parts from the annotations, and the parts that annotations can't express. Those
 * are the placeholders (their examples), the default error expression, the retry back-off, and which groups are open.
 * The generator leaves the keywords among the metadata, where the Modeler's search does not look.
 */
record GeneratedTemplate(Class<?> connector, Variant variant) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Defaults and words in place of the generator's own, by property id. */
    private static final Map<String, Map<String, String>> SAID_HERE = Map.of(
            "resultVariable",
            Map.of("description", "A process variable that holds the whole result", "placeholder", "kustomerResult"),
            "errorExpression",
            Map.of("description", "Which errors become BPMN errors. Others become incidents"),
            "retryCount",
            Map.of(
                    "value",
                    "10",
                    "description",
                    "How often the task is tried before an incident. A wait for the rate limit uses none"),
            "retryBackoff",
            Map.of(
                    "value",
                    "PT10S",
                    "description",
                    "Wait before the first retry, such as PT10S for 10 seconds. It grows with each failure",
                    "tooltip",
                    "A wait that Kustomer asks for has precedence."));

    /** A field's pattern, and the message for a value that does not match it. */
    private record Pattern(String value, String message) {}

    /** Patterns of the generator's own properties, by property id. */
    private static final Map<String, Pattern> PATTERNS = Map.of(
            "resultVariable",
            new Pattern(
                    "^(?!\\s*%s\\s*$).*$".formatted(TaskInputs.ROOT),
                    "must not be %s, the name of the task's own input".formatted(TaskInputs.ROOT)),
            "retryCount",
            new Pattern("^(=.*|[1-9][0-9]{0,2}|undefined)?$", "must be a number from 1 to 999"),
            // What java.time.Duration reads. The runtime refuses the job for any other text, before the connector runs.
            "retryBackoff",
            new Pattern(
                    "^(P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+([.,][0-9]{1,9})?S)?)?|undefined)?$",
                    "must be a duration such as PT10S for 10 seconds, or PT1M for one minute"));

    /** The committed file: {@code kustomer-<operation>.json}, for other variants with their suffix, in their folder. */
    Path file() {
        boolean isSaas = connector == SaasWebhook.class;
        String jobType = ConnectorClasses.type(connector);
        String operation =
                isSaas ? SaasWebhook.FILE : jobType.replaceFirst(":\\d+$", "").replace(':', '-');
        return ElementTemplates.FOLDER
                .resolve(isSaas ? SaasWebhook.FOLDER : variant.folder())
                .resolve(operation + variant.suffix() + ".json");
    }

    /** The template whose form this one has too. */
    GeneratedTemplate leader() {
        return new GeneratedTemplate(connector, variant.leader());
    }

    /** What stands in the file. */
    JsonNode committed() {
        try {
            return MAPPER.readTree(file().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the code says, as it stands in the file. */
    String json() throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return MAPPER.writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(indenter)
                                .withArrayIndenter(indenter))
                        .writeValueAsString(template())
                + "\n";
    }

    private ObjectNode template() {
        return ConnectorClasses.isInbound(connector)
                ? new WebhookTemplate(connector, variant).template()
                : outboundTemplate();
    }

    private ObjectNode outboundTemplate() {
        ElementTemplate generated =
                new ClassBasedTemplateGenerator().generate(connector).getFirst();
        ObjectNode template = MAPPER.valueToTree(generated);
        template.set("keywords", template.remove("metadata").path("keywords"));
        List<Property> properties = generated.properties();
        for (int i = 0; i < properties.size(); i++) {
            complete((ObjectNode) template.path("properties").path(i), properties.get(i));
        }
        setErrorExpression(template);
        OperationHints hints = new OperationHints(connector
                .getAnnotation(io.camunda.connector.generator.java.annotation.ElementTemplate.class)
                .inputDataClass());
        template.path("properties").forEach(property -> hints.addTo((ObjectNode) property));
        template.set("properties", FieldVariants.expanded(template.path("properties")));
        PresetExpressions.setTypes(template.path("properties"));
        ObjectNode whole = CommonParts.complete(template, ownGroups());
        variant.change(whole);
        return variant == Variant.REST
                ? RestTemplate.of(RestOperation.of(connector).orElseThrow(), whole)
                : whole;
    }

    private void complete(ObjectNode json, Property property) {
        json.remove("exampleValue");
        if (property.getExampleValue() != null && !property.getExampleValue().equals("")) {
            json.put("placeholder", property.getExampleValue().toString());
        }
        if (property.getBinding() instanceof PropertyBinding.ZeebeInput input) {
            json.withObject("/binding").put("name", TaskInputs.target(input.name()));
        }
        if (property.getId() != null) {
            Optional.ofNullable(PATTERNS.get(property.getId()))
                    .ifPresent(pattern -> json.putObject("constraints")
                            .putObject("pattern")
                            .put("value", pattern.value())
                            .put("message", pattern.message()));
            SAID_HERE.getOrDefault(property.getId(), Map.of()).forEach(json::put);
        }
    }

    private Set<String> ownGroups() {
        return Arrays.stream(connector
                        .getAnnotation(io.camunda.connector.generator.java.annotation.ElementTemplate.class)
                        .propertyGroups())
                .map(group -> group.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return file().getFileName().toString();
    }

    /**
     * Sets the default error expression: one path, because the runtime evaluates it on each success too. The connector
     * decides which errors it is about.
     */
    private static void setErrorExpression(ObjectNode template) {
        template.path("properties")
                .valueStream()
                .filter(property -> property.path("id").asText().equals("errorExpression"))
                .forEach(property -> ((ObjectNode) property).put("value", "=error.variables.bpmn"));
    }
}

package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.generator.api.GeneratorConfiguration;
import io.camunda.connector.generator.api.GeneratorConfiguration.ConnectorMode;
import io.camunda.connector.generator.dsl.ElementTemplate;
import io.camunda.connector.generator.dsl.Property;
import io.camunda.connector.generator.java.ClassBasedTemplateGenerator;
import io.github.kustomerconnector.saas.SaasWebhook;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The template of a webhook for one kind of element: the fields of its code as the generator reads them, and those of
 * {@link WebhookForm} in place of the generator's.
 */
record WebhookTemplate(Class<?> connector, Variant variant) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TYPE = "inbound.type";

    /** The groups of the form in their order. */
    private enum Group {
        CONNECTOR_TYPE("connectorType", "Connector type", true),
        WEBHOOK("webhook", "Webhook", true),
        EVENT("event", "Event", true),
        CORRELATION("correlation", "Correlation", true),
        DUPLICATES("duplicates", "Duplicates", false),
        OUTPUT("output", "Output mapping", false);

        private final String id;
        private final String label;
        private final boolean isOpen;

        Group(String id, String label, boolean isOpen) {
            this.id = id;
            this.label = label;
            this.isOpen = isOpen;
        }
    }

    ObjectNode template() {
        ElementTemplate generated = new ClassBasedTemplateGenerator()
                .generate(
                        connector,
                        new GeneratorConfiguration(
                                ConnectorMode.NORMAL, null, null, null, Set.of(variant.webhook()), Map.of()))
                .getFirst();
        ObjectNode template = MAPPER.valueToTree(generated);
        variant.addElements(template.withArray("appliesTo"));
        template.set("keywords", template.remove("metadata").path("keywords"));
        template.set("properties", properties(template.path("properties"), generated.properties()));
        var annotation = connector.getAnnotation(io.camunda.connector.generator.java.annotation.ElementTemplate.class);
        template.put("id", annotation.id() + variant.suffix()).put("name", annotation.name());
        // The link to the documentation is made of the name without the element.
        ObjectNode whole = CommonParts.complete(template, groups(template.path("properties")));
        return whole.put("name", variant.webhookName(annotation.name(), isSaas()));
    }

    private ArrayNode properties(JsonNode generated, List<Property> described) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < described.size(); i++) {
            ObjectNode property = (ObjectNode) generated.path(i);
            String name = property.at("/binding/name").asText();
            if (name.equals(TYPE)) {
                all.add(type(property));
            } else if (name.startsWith("inbound.")) {
                all.add(own(property, described.get(i)));
            }
        }
        boolean isStart = variant.leader() == Variant.MESSAGE_START_EVENT;
        return all.addAll(new WebhookForm(isStart, isSaas()).properties());
    }

    private static ObjectNode own(ObjectNode property, Property described) {
        Object example = described.getExampleValue();
        property.remove(List.of("exampleValue", "optional", "feel"));
        if (example != null && !example.equals("")) {
            property.put("placeholder", example.toString());
        }
        return property;
    }

    private ObjectNode type(ObjectNode property) {
        property.put("id", "connectorType");
        if (variant.isHybridWebhook()) {
            property.put("type", "String")
                    .put("label", "Connector type")
                    .put("description", "What your own connector runtime registers the webhook for")
                    .put("group", Group.CONNECTOR_TYPE.id)
                    .putObject("constraints")
                    .put("notEmpty", true);
        }
        return property;
    }

    private static ArrayNode groups(JsonNode properties) {
        List<String> used = properties.findValuesAsText("group");
        ArrayNode groups = JsonNodeFactory.instance.arrayNode();
        for (Group group : Group.values()) {
            if (used.contains(group.id)) {
                groups.addObject().put("id", group.id).put("label", group.label).put("openByDefault", group.isOpen);
            }
        }
        return groups;
    }

    private boolean isSaas() {
        return connector == SaasWebhook.class;
    }
}

package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.inbound.InboundConnectorExecutable;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.saas.SaasWebhook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The element templates of all connectors. {@link #main} writes them. */
public final class ElementTemplates {

    /** Where the committed templates are. */
    public static final Path FOLDER = Path.of("element-templates");

    private ElementTemplates() {}

    /** Writes the templates of all connectors; one whose version is raised stays among the versioned ones. */
    public static void main(String[] arguments) throws IOException {
        VersionedTemplates versions = new VersionedTemplates(FOLDER);
        for (GeneratedTemplate template : all()) {
            versions.write(template.file(), template.json());
        }
    }

    /** The outbound connectors that a runtime finds. */
    public static List<Class<?>> connectors() {
        return ServiceLoader.load(OutboundConnectorFunction.class).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .filter(type -> type.getName().startsWith("io.github.kustomerconnector.connector."))
                .toList();
    }

    /** The webhooks: the one that a runtime finds, and the one that has templates only. */
    static List<Class<?>> webhooks() {
        return Stream.concat(
                        ServiceLoader.load(InboundConnectorExecutable.class).stream()
                                .<Class<?>>map(ServiceLoader.Provider::type)
                                .filter(type -> type.getName().startsWith("io.github.kustomerconnector.connector.")),
                        Stream.of(SaasWebhook.class))
                .toList();
    }

    /** Every template of every connector. */
    static List<GeneratedTemplate> all() {
        return Stream.concat(connectors().stream(), webhooks().stream())
                .flatMap(connector ->
                        Variant.of(connector).stream().map(variant -> new GeneratedTemplate(connector, variant)))
                .toList();
    }

    /** The committed template of a connector, for service tasks. */
    public static JsonNode committed(Class<?> connector) {
        return committed(connector, "");
    }

    /**
     * The committed template of a connector for other elements.
     *
     * @param folder such as {@code send-task}; empty for service tasks and message start events
     */
    public static JsonNode committed(Class<?> connector, String folder) {
        Variant variant = Variant.of(connector).stream()
                .filter(candidate -> candidate.folder().equals(folder))
                .findFirst()
                .orElseThrow();
        return new GeneratedTemplate(connector, variant).committed();
    }

    /**
     * The committed template of a webhook that only works with Camunda's own webhook connector.
     *
     * @param folder such as {@code receive-task}; empty for message start events
     */
    public static JsonNode committedSaas(String folder) {
        return committed(SaasWebhook.class, folder);
    }

    /** The property of a template with this id, for tests that change it. */
    static ObjectNode field(JsonNode template, String id) {
        return template.path("properties")
                .valueStream()
                .filter(property -> property.path("id").asText().equals(id))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }
}

package io.github.kustomerconnector.template;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.generator.java.ClassBasedTemplateGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The element templates as the connectors' annotations say, and what annotations can't say: placeholders, the default
 * error expression, the retry back-off, which groups are open. The generator leaves the keywords among the metadata, where
 * the Modeler's search does not look. {@link #main} writes them.
 */
public final class ElementTemplates {

    /** Where the committed templates are. */
    public static final Path FOLDER = Path.of("element-templates");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Set<String> OPEN_GROUPS = Set.of("connection", "customer", "conversation");

    /**
     * What the record's own data bring about becomes a BPMN error; a faulty set-up becomes an incident, so that it does not look
     * like a refused record; what passes is retried.
     */
    private static final String ERROR_EXPRESSION = """
            =if error.code = "KUSTOMER_DUPLICATE" or error.code = "KUSTOMER_NOT_FOUND"
              or (error.code = "KUSTOMER_INVALID_INPUT" and matches(string(error.variables.field), "^(customer|conversation)"))
              or (error.code = "KUSTOMER_REJECTED" and (error.variables.field != null or list contains([400, 413, 422], error.variables.status)))
            then bpmnError(error.code, error.message, {kustomerError: error})
            else null""";

    private static final String RETRY_BACKOFF = "PT10S";

    private static final Map<String, String> PLACEHOLDERS = Map.ofEntries(
            Map.entry("server.organization", "acme"),
            Map.entry("server.baseUrl", "https://acme.api.kustomerapp.com"),
            Map.entry("customer.name", "Ada Lovelace"),
            Map.entry("customer.emails", "ada@example.org"),
            Map.entry("customer.phones", "+18005551212"),
            Map.entry("customer.externalId", "C-4711"),
            Map.entry("customer.timeZone", "Europe/Berlin"),
            Map.entry("customer.birthdayAt", "1985-12-10"),
            Map.entry("conversation.name", "Question about order 4711"),
            Map.entry("conversation.priority", "3"),
            Map.entry("conversation.tags", "billing"),
            Map.entry("conversation.externalId", "T-4711"),
            Map.entry("options.idempotencyKey", "order-4711"));

    private ElementTemplates() {}

    /** Writes the templates of all connectors. */
    public static void main(String[] arguments) throws IOException {
        for (Class<?> connector : connectors()) {
            Files.writeString(file(connector), json(connector));
        }
    }

    /** The connectors that a runtime finds. */
    public static List<Class<?>> connectors() {
        return ServiceLoader.load(OutboundConnectorFunction.class).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .filter(type -> type.getName().startsWith("io.github.kustomerconnector.connector."))
                .toList();
    }

    /** The committed file of a connector's template: {@code kustomer-<operation>.json}. */
    public static Path file(Class<?> connector) {
        String jobType = connector.getAnnotation(OutboundConnector.class).type();
        return FOLDER.resolve(jobType.replaceFirst(":\\d+$", "").replace(':', '-') + ".json");
    }

    /** The committed template of a connector. */
    public static JsonNode committed(Class<?> connector) {
        try {
            return MAPPER.readTree(file(connector).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The template that the connector's code says, as it stands in its file. */
    public static String json(Class<?> connector) throws IOException {
        ObjectNode template = MAPPER.valueToTree(
                new ClassBasedTemplateGenerator().generate(connector).getFirst());
        template.set("keywords", template.remove("metadata").path("keywords"));
        template.withArray("groups").forEach(group -> openOrClose((ObjectNode) group));
        template.withArray("properties").forEach(property -> complete((ObjectNode) property));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return MAPPER.writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(indenter)
                                .withArrayIndenter(indenter))
                        .writeValueAsString(template)
                + "\n";
    }

    private static void openOrClose(ObjectNode group) {
        group.put("openByDefault", OPEN_GROUPS.contains(group.path("id").textValue()));
    }

    private static void complete(ObjectNode property) {
        String id = property.path("id").asText();
        switch (id) {
            case "errorExpression" -> property.put("value", ERROR_EXPRESSION);
            case "retryBackoff" ->
                property.put("value", RETRY_BACKOFF)
                        .put(
                                "description",
                                "ISO 8601 duration before the first retry. It grows with each failure; a wait that Kustomer asks for goes first");
            default -> {
                if (PLACEHOLDERS.containsKey(id)) {
                    property.put("placeholder", PLACEHOLDERS.get(id));
                }
            }
        }
    }
}

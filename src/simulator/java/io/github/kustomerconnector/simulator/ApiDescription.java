package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI description that validates requests and replies.
 *
 * <p>{@link #live()} is trimmed from the vendor's own document. The request schemas are the vendor's, with the
 * limits that the vendor states in prose. The reply schemas are looser in two points, because the vendor's cannot
 * be met. They forbid attributes that live replies contain, such as {@code externalId}, and require every attribute
 * of the vendor's example. Here, replies may have more attributes; only the envelope and the attributes that every
 * record has are required. The types are the vendor's.
 *
 * <p>{@link #requested()} is the description that this project has to support, unchanged but for the notation.
 */
final class ApiDescription {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .locale(Locale.ENGLISH)
                    .build()));

    private static final ApiDescription LIVE = new ApiDescription(List.of(
            "live.json",
            "live-bulk.json",
            "live-customers.json",
            "live-hooks.json",
            "live-kobjects.json",
            "live-lookups.json",
            "live-messages.json",
            "live-metrics.json",
            "live-routing.json",
            "live-search.json",
            "live-webhooks.json"));

    private static final ApiDescription REQUESTED = new ApiDescription(List.of("requested.json"));

    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    private final List<PathTemplate> templates = new ArrayList<>();
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    /** @param documents OpenAPI documents that share their component schemas */
    private ApiDescription(List<String> documents) {
        documents.forEach(name -> add(read(name)));
    }

    private void add(JsonNode document) {
        schemas.setAll((ObjectNode) document.at("/components/schemas"));
        String prefix = URI.create(document.at("/servers/0/url").asText()).getPath();
        document.path("paths")
                .properties()
                .forEach(path -> templates.add(new PathTemplate(prefix + path.getKey(), path.getValue())));
    }

    /** The API as the vendor describes it. */
    static ApiDescription live() {
        return LIVE;
    }

    /** The API as the requested OpenAPI description has it. */
    static ApiDescription requested() {
        return REQUESTED;
    }

    private static JsonNode read(String name) {
        try (InputStream document = ApiDescription.class.getResourceAsStream("/contract/" + name)) {
            return new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The violations of a request, one sentence each; empty if it keeps the contract.
     *
     * @param path the concrete path, percent-encoded, with or without a query
     * @param body null for a request without a body
     */
    List<String> requestProblems(String method, String path, @Nullable JsonNode body) {
        return problems(method, path, operation -> bodyProblems(requestSchema(operation), body));
    }

    /**
     * The violations of a reply, one sentence each; empty if it keeps the contract. If the description has no body
     * for an error status, any body is accepted.
     *
     * @param body null for a reply without a body
     */
    List<String> responseProblems(String method, String path, int status, @Nullable JsonNode body) {
        return problems(method, path, operation -> {
            JsonNode replies = operation.path("responses");
            JsonNode reply = replies.path(String.valueOf(status));
            JsonNode described = reply.isMissingNode() ? replies.path("default") : reply;
            if (described.isMissingNode() || (status < 300 && reply.isMissingNode())) {
                return List.of("status %s is not described".formatted(status));
            }
            boolean free = status >= 400 && schema(described).isEmpty();
            return free ? List.of() : bodyProblems(schema(described), body);
        });
    }

    /** The schema violations of a request body; empty if the operation is unknown or has no body. */
    List<Violation> requestViolations(String method, String path, JsonNode body) {
        return operation(method, path)
                .flatMap(this::requestSchema)
                .map(schema -> violations(schema, body))
                .orElse(List.of());
    }

    private List<String> problems(String method, String path, Function<JsonNode, List<String>> check) {
        return operation(method, path)
                .map(check)
                .orElseGet(() -> List.of("%s %s is not described".formatted(method, path)));
    }

    private Optional<JsonNode> operation(String method, String path) {
        return templates.stream()
                .filter(template -> template.matches(path))
                .sorted()
                .findFirst()
                .map(template -> template.operations().get(method.toLowerCase(Locale.ROOT)));
    }

    private Optional<JsonNode> requestSchema(JsonNode operation) {
        return schema(operation.path("requestBody"));
    }

    private static Optional<JsonNode> schema(JsonNode described) {
        return described.path("content").valueStream().findFirst().map(content -> content.path("schema"));
    }

    private List<String> bodyProblems(Optional<JsonNode> schema, @Nullable JsonNode body) {
        if (schema.isEmpty()) {
            return body == null ? List.of() : List.of("a body is not described");
        }
        return body == null
                ? List.of("the body is missing")
                : violations(schema.get(), body).stream()
                        .map(Violation::toString)
                        .toList();
    }

    private List<Violation> violations(JsonNode schema, JsonNode body) {
        return compiled.computeIfAbsent(schema, this::compile).validate(body).stream()
                .map(Violation::of)
                .toList();
    }

    /** The schema together with the document's components, so that its references resolve. */
    private Schema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        return SCHEMAS.getSchema(
                whole.set("components", JsonNodeFactory.instance.objectNode().set("schemas", schemas)));
    }
}

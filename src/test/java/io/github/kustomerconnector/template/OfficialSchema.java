package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Camunda's JSON schema for element templates, version 0.46.0; a copy with its licence is among the test resources. */
final class OfficialSchema {
    private static final Schema SCHEMA = read();

    private OfficialSchema() {}

    /** What it has against a template. */
    static List<String> problems(JsonNode template) {
        return SCHEMA.validate(template).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static Schema read() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));
        try (InputStream schema = OfficialSchema.class.getResourceAsStream("/element-template-schema/schema.json")) {
            return registry.getSchema(Objects.requireNonNull(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

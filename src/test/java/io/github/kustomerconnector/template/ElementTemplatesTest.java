package io.github.kustomerconnector.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.connector.SearchKustomerConnector;
import io.github.kustomerconnector.connector.TaskInputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ElementTemplatesTest {

    static List<Class<?>> connectors() {
        return ElementTemplates.connectors();
    }

    static List<GeneratedTemplate> templates() {
        return ElementTemplates.all();
    }

    @Test
    void both_creates_are_found_as_a_runtime_finds_them() {
        assertThat(connectors())
                .extracting(connector ->
                        connector.getAnnotation(OutboundConnector.class).type())
                .contains("kustomer:create-customer:1", "kustomer:create-conversation:1");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void the_committed_template_is_what_the_code_says(GeneratedTemplate template) throws IOException {
        assertThat(template.file())
                .as("run: mvn -q test-compile exec:exec@templates")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(template.json());
    }

    @Test
    void nothing_else_is_committed() throws IOException {
        assertThat(new VersionedTemplates(ElementTemplates.FOLDER).current())
                .containsExactlyInAnyOrderElementsOf(
                        templates().stream().map(GeneratedTemplate::file).toList());
    }

    @Test
    void kept_versions_are_what_they_are_called() throws IOException {
        assertThat(new VersionedTemplates(ElementTemplates.FOLDER).problems()).isEmpty();
    }

    @Test
    void a_create_is_offered_for_everything_that_can_stand_for_a_message() {
        assertThat(templates())
                .filteredOn(template -> template.connector() == CreateCustomerConnector.class)
                .extracting(template -> template.committed().path("id").asText())
                .containsExactly(
                        "io.github.kustomerconnector.CreateCustomer.v1",
                        "io.github.kustomerconnector.CreateCustomer.v1-send-task",
                        "io.github.kustomerconnector.CreateCustomer.v1-throw-event",
                        "io.github.kustomerconnector.CreateCustomer.v1-message-end-event",
                        "io.github.kustomerconnector.CreateCustomer.v1-hybrid",
                        "io.github.kustomerconnector.CreateCustomer.v1-rest");
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void the_worker_fetches_exactly_the_root_of_its_inputs(Class<?> connector) {
        assertThat(connector.getAnnotation(OutboundConnector.class).inputVariables())
                .containsExactly(TaskInputs.ROOT);
        assertThat(bindings(ElementTemplates.committed(connector), "zeebe:input"))
                .allMatch(name -> name.matches("kustomer\\.in_[a-zA-Z]+_[a-zA-Z]+"));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void results_errors_and_retries_have_defaults(Class<?> connector) {
        JsonNode template = ElementTemplates.committed(connector);

        if (connector == SearchKustomerConnector.class) {
            // An expression would cost more than the search, because the runtime converts all records for it.
            assertThat(value(template, "resultVariable")).isEqualTo("searchResult");
        } else {
            assertThat(value(template, "resultExpression")).matches("(?s)=\\{\\w+: .+}");
        }
        assertThat(value(template, "errorExpression")).isEqualTo("=error.variables.bpmn");
        assertThat(value(template, "retryBackoff")).isEqualTo("PT10S");
        assertThat(value(template, "retryCount")).isEqualTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "retryBackoff, PT10S, true",
        "retryBackoff, PT0S, true",
        "retryBackoff, PT1M30S, true",
        "retryBackoff, PT0.5S, true",
        "retryBackoff, P1D, true",
        "retryBackoff, P1DT2H, true",
        "retryBackoff, =backOff, false",
        "retryBackoff, '', true",
        "retryBackoff, 10s, false",
        "retryBackoff, 10, false",
        "retryBackoff, PT, false",
        "retryBackoff, P, false",
        "retryBackoff, PT10, false",
        "retryBackoff, P1W, false",
        "retryBackoff, P10S, false",
        "retryBackoff, PT10S PT20S, false",
        "retryCount, 10, true",
        "retryCount, =retries, true",
        "retryCount, 0, false",
        "retryCount, three, false"
    })
    void the_retries_accept_only_what_the_runtime_reads(String id, String value, boolean accepted) {
        assertThat(connectors()).allSatisfy(connector -> {
            TemplateProperty property = ElementTemplates.committed(connector)
                    .path("properties")
                    .valueStream()
                    .map(TemplateProperty::new)
                    .filter(candidate -> candidate.id().equals(id))
                    .findFirst()
                    .orElseThrow();

            assertThat(property.hasPattern()).isTrue();
            assertThat(property.matches(value)).isEqualTo(accepted);
        });
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void groups_stand_in_the_order_a_person_thinks(Class<?> connector) {
        List<String> groups = StreamSupport.stream(
                        ElementTemplates.committed(connector).path("groups").spliterator(), false)
                .map(group -> group.path("id").asText())
                .toList();

        assertThat(groups)
                .startsWith("connection")
                .containsSubsequence(Stream.of("moreFields", "options")
                        .filter(groups::contains)
                        .toList())
                .endsWith("connector", "output", "error", "retries");
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void the_icon_is_small_and_our_own(Class<?> connector) throws IOException {
        assertThat(ElementTemplates.committed(connector).at("/icon/contents").asText())
                .startsWith("data:image/svg+xml;base64,");
        assertThat(Files.size(Path.of("src/main/resources/kustomer-connector-icon.svg")))
                .isLessThanOrEqualTo(3 * 1024);
    }

    private static List<String> bindings(JsonNode template, String type) {
        return properties(template)
                .map(property -> property.path("binding"))
                .filter(binding -> binding.path("type").asText().equals(type))
                .map(binding -> binding.path("name").asText())
                .toList();
    }

    private static String value(JsonNode template, String id) {
        return properties(template)
                .filter(property -> property.path("id").asText().equals(id))
                .map(property -> property.path("value").asText())
                .findFirst()
                .orElse("");
    }

    private static Stream<JsonNode> properties(JsonNode template) {
        return StreamSupport.stream(template.path("properties").spliterator(), false);
    }
}

package io.github.kustomerconnector.template;

import static io.github.kustomerconnector.template.ElementTemplates.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.RunBulkConnector;
import io.github.kustomerconnector.connector.SendMessageConnector;
import io.github.kustomerconnector.operation.IdField;
import io.github.kustomerconnector.operation.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FormAgainstCodeTest {

    static List<Class<?>> connectors() {
        return ElementTemplates.connectors();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void what_the_operation_requires_is_marked(Class<?> connector) {
        assertThat(form(connector, ElementTemplates.committed(connector)).unmarked())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void the_operation_accepts_the_examples(Class<?> connector) {
        assertThat(form(connector, ElementTemplates.committed(connector)).refusedPlaceholders())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void the_form_accepts_the_names_that_the_operation_accepts(Class<?> connector) {
        assertThat(form(connector, ElementTemplates.committed(connector)).refusedNames())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void the_operation_accepts_the_expressions_in_the_hints(Class<?> connector) {
        assertThat(form(connector, ElementTemplates.committed(connector)).refusedHints())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void the_operation_accepts_all_choices_that_the_form_offers_together(Class<?> connector) {
        assertThat(form(connector, ElementTemplates.committed(connector)).refusedChoices())
                .isEmpty();
    }

    @Test
    void choices_that_the_operation_refuses_together_are_seen() {
        JsonNode template = ElementTemplates.committed(RunBulkConnector.class);
        template.path("properties")
                .valueStream()
                .filter(property -> property.path("id").asText().equals("bulk.action"))
                .forEach(property -> ((ObjectNode) property)
                        .withArray("choices")
                        .addObject()
                        .put("name", "Delete")
                        .put("value", "delete"));

        assertThat(form(RunBulkConnector.class, template).refusedChoices())
                .contains("bulk.action is refused in {bulk.resource=notes, bulk.action=delete}");
    }

    @Test
    void a_required_field_without_a_mark_is_seen() {
        JsonNode template = ElementTemplates.committed(CreateConversationConnector.class);
        field(template, "conversation.customer").withObject("/constraints").put("notEmpty", false);

        assertThat(form(CreateConversationConnector.class, template).unmarked())
                .anySatisfy(problem -> assertThat(problem).startsWith("conversation.customer is required"));
    }

    @Test
    void a_required_field_that_a_choice_hides_is_seen() {
        JsonNode template = ElementTemplates.committed(SendMessageConnector.class);
        template.path("properties")
                .valueStream()
                .filter(property -> property.path("id").asText().equals("draft.app"))
                .filter(property -> property.path("condition").toString().contains("whatsapp"))
                .forEach(property -> ((ObjectNode) property).remove("constraints"));

        assertThat(form(SendMessageConnector.class, template).unmarked())
                .anySatisfy(problem -> assertThat(problem).startsWith("draft.app is required"));
    }

    @Test
    void an_example_that_the_operation_refuses_is_seen() {
        JsonNode template = ElementTemplates.committed(CreateConversationConnector.class);
        field(template, "conversation.importedAt").put("placeholder", "yesterday");

        assertThat(form(CreateConversationConnector.class, template).refusedPlaceholders())
                .containsExactly("conversation.importedAt refuses its example yesterday");
    }

    @Test
    void a_pattern_that_refuses_a_key_is_seen() {
        JsonNode template = ElementTemplates.committed(CreateConversationConnector.class);
        field(template, "conversation.queue").withObject("/constraints/pattern").put("value", IdField.PATTERN);

        assertThat(form(CreateConversationConnector.class, template).refusedNames())
                .contains("conversation.queue refuses complaints");
    }

    @Test
    void an_expression_in_a_hint_that_the_operation_refuses_is_seen() {
        JsonNode template = ElementTemplates.committed(CreateConversationConnector.class);
        field(template, "conversation.custom").put("description", "Attributes, such as {orderNumber: 4711}");

        assertThat(form(CreateConversationConnector.class, template).refusedHints())
                .containsExactly("conversation.custom refuses its example ={orderNumber: 4711}");
    }

    @Test
    void an_expression_in_a_hint_that_is_no_feel_is_seen() {
        JsonNode template = ElementTemplates.committed(CreateConversationConnector.class);
        field(template, "conversation.tags").put("description", "A list: =[\"billing\" \"urgent\"]");
        FormAgainstCode form = form(CreateConversationConnector.class, template);

        assertThatThrownBy(form::refusedHints).hasMessageContaining("failed to parse expression");
    }

    @SuppressWarnings("unchecked")
    private static FormAgainstCode form(Class<?> connector, JsonNode template) {
        Class<?> operation = connector.getAnnotation(ElementTemplate.class).inputDataClass();
        return new FormAgainstCode(template, (Class<? extends Operation<?>>) operation);
    }
}

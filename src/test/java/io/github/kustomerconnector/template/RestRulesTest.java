package io.github.kustomerconnector.template;

import static io.github.kustomerconnector.template.ElementTemplates.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.saas.RestField;
import io.github.kustomerconnector.saas.RestOperation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the templates for the REST connector to their rules, and the rules to planted faults. */
final class RestRulesTest {

    static final List<RestOperation> OPERATIONS = RestOperation.ALL;

    @Test
    void there_are_at_most_five_templates() {
        assertThat(OPERATIONS).hasSizeBetween(1, 5);
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void a_template_has_a_request_that_fits_its_fields(RestOperation operation) {
        assertThat(RestRules.problems(committed(operation.connector()))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void the_fields_are_those_of_the_operation_but_for_the_stated_changes(RestOperation operation) {
        JsonNode own = ElementTemplates.committed(operation.connector());
        JsonNode rest = committed(operation.connector());

        assertThat(operation.fields())
                .filteredOn(field -> !field.id().equals("customer.by"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(unchanged(rest, field)).isEqualTo(unchanged(own, field)));
    }

    @Test
    void every_operation_has_its_label_in_name_and_description() {
        assertThat(OPERATIONS)
                .map(operation -> committed(operation.connector()))
                .allSatisfy(template -> {
                    assertThat(template.path("name").asText()).contains(RestOperation.LABEL);
                    assertThat(template.path("description").asText())
                            .contains("REST connector, without duplicate protection");
                });
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "a field that is not sent",
                        t -> binding(field(t, "customer.name"), "kustomer.in_customer_nickname"),
                        "the request does not read kustomer.in_customer_nickname"),
                fault(
                        "a request that reads no field",
                        t -> input(t, "url").put("value", "=kustomer.in_server_url"),
                        "the request reads kustomer.in_server_url, which no field gives"),
                fault(
                        "a field after the request",
                        t -> ((ArrayNode) t.path("properties"))
                                .add(field(t, "customer.name").deepCopy()),
                        "kustomer.in_customer_name must come before .*url"),
                fault(
                        "a request without an address",
                        t -> binding(input(t, "url"), "headers"),
                        "could be the request's url"),
                fault(
                        "an input that a process variable can set",
                        t -> binding(input(t, "queryParameters"), "body"),
                        "could be the request's queryParameters"),
                fault(
                        "a request without a key",
                        t -> binding(input(t, "authentication.token"), "authentication.key"),
                        "has no authentication.token"),
                fault(
                        "an input that the connector does not read",
                        t -> binding(input(t, "body"), "payload"),
                        "the REST connector does not read payload"),
                fault(
                        "empty fields that are sent",
                        t -> input(t, "ignoreNullValues").put("value", "=false"),
                        "sent as null"),
                fault("another name", t -> t.put("name", "Create Kustomer Customer (REST)"), "the name must state"),
                fault("no warning", t -> t.put("description", "Creates a customer by REST"), "description must state"),
                fault(
                        "a wait that uses a retry",
                        t -> field(t, "errorExpression").put("value", "=jobError(\"429\", {}, 3, duration(\"PT1M\"))"),
                        "would use a retry"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void the_rules_refuse(String name, Consumer<ObjectNode> plant, String problem) {
        ObjectNode template = committed(CreateCustomerConnector.class).deepCopy();
        plant.accept(template);

        assertThat(TemplateRules.problems(template))
                .anySatisfy(found -> assertThat(found).containsPattern(problem));
    }

    @Test
    void an_input_of_the_request_hides_variables_in_another_template() {
        ObjectNode template = committed(CreateCustomerConnector.class).deepCopy();
        ((ObjectNode) template.path("properties").get(0)).put("value", "kustomer:create-customer:1");

        assertThat(TemplateRules.problems(template)).contains("url writes to url, which can hide a process variable");
    }

    private static JsonNode committed(Class<?> connector) {
        return ElementTemplates.committed(connector, "saas");
    }

    /** The parts of a field that the template for the REST connector does not change. */
    private static ObjectNode unchanged(JsonNode template, RestField field) {
        ObjectNode property = field(template, field.id()).deepCopy();
        field.changes().fieldNames().forEachRemaining(property::remove);
        // A field with a value needs no example.
        return field.changes().has("value") ? property.without("placeholder") : property;
    }

    private static Arguments fault(String name, Consumer<ObjectNode> plant, String problem) {
        return arguments(name, plant, problem);
    }

    private static ObjectNode input(JsonNode template, String name) {
        return template.path("properties")
                .valueStream()
                .filter(property -> property.at("/binding/name").asText().equals(name))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void binding(ObjectNode property, String name) {
        property.withObject("/binding").put("name", name);
    }
}

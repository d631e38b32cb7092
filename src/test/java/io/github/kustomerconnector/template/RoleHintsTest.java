package io.github.kustomerconnector.template;

import static io.github.kustomerconnector.template.ElementTemplates.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.connector.CreateKObjectConnector;
import io.github.kustomerconnector.connector.FindKObjectConnector;
import io.github.kustomerconnector.connector.RouteConversationConnector;
import io.github.kustomerconnector.connector.UpdateConversationConnector;
import io.github.kustomerconnector.connector.UpdateCustomerConnector;
import io.github.kustomerconnector.connector.UpsertCustomerConnector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Some choices and values need a role beyond those that the hint of the API key names. */
final class RoleHintsTest {

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments(FindKObjectConnector.class, "kobject.by", "org.permission.customer.read"),
                arguments(FindKObjectConnector.class, "kobject.by", "org.permission.company.read"),
                arguments(
                        UpdateConversationConnector.class,
                        "conversation.changeTags",
                        "org.permission.conversation.delete"),
                arguments(CreateConversationConnector.class, "conversation.queue", "org.permission.queue.read"),
                arguments(UpdateConversationConnector.class, "conversation.queue", "org.permission.queue.read"),
                arguments(RouteConversationConnector.class, "route.queue", "org.permission.queue.read"),
                arguments(CreateCustomerConnector.class, "customer.company", "org.permission.company.read"),
                arguments(UpdateCustomerConnector.class, "customer.company", "org.permission.company.read"),
                arguments(UpsertCustomerConnector.class, "customer.company", "org.permission.company.read"),
                arguments(CreateKObjectConnector.class, "kobject.company", "org.permission.company.read"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_field_names_the_role_that_its_values_need(Class<?> connector, String field, String role) {
        JsonNode property = field(ElementTemplates.committed(connector), field);

        assertThat(property.path("tooltip").asText()).contains(role);
    }

    @Test
    void the_key_of_find_kobject_refers_to_the_field_that_decides() {
        JsonNode key = field(ElementTemplates.committed(FindKObjectConnector.class), "authentication.apiKey");

        assertThat(key.path("description").asText()).endsWith("Its role depends on the field Find by");
    }
}

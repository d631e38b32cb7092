package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.github.kustomerconnector.client.Role;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.template.ElementTemplates;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OperationsTest {

    /** Whose roles depend on what they are asked, or that need none. */
    private static final Set<String> WITHOUT_ROLES = Set.of("call-api", "check-connection", "send-message");

    static Stream<Operation<?>> operations() {
        return Operations.all();
    }

    @Test
    void there_is_one_for_each_connector_and_no_other() {
        assertThat(Operations.all())
                .extracting(operation -> "kustomer:" + operation.name() + ":1")
                .containsExactlyInAnyOrderElementsOf(ElementTemplates.connectors().stream()
                        .map(connector ->
                                connector.getAnnotation(OutboundConnector.class).type())
                        .toList());
    }

    @Test
    void each_is_the_one_whose_form_a_connector_has() {
        assertThat(Operations.all())
                .<Class<?>>extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(ElementTemplates.connectors().stream()
                        .<Class<?>>map(connector ->
                                connector.getAnnotation(ElementTemplate.class).inputDataClass())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void each_says_which_roles_it_needs(Operation<?> operation) {
        assertThat(operation.roles()).allMatch(Role::isKnown);
        assertThat(operation.roles().isEmpty()).isEqualTo(WITHOUT_ROLES.contains(operation.name()));
    }
}

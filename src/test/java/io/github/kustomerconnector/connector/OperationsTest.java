package io.github.kustomerconnector.connector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.template.ElementTemplates;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OperationsTest {

    /** The operations that need no role, or whose roles depend on the input. */
    private static final Set<String> WITHOUT_ROLES = Set.of("call-api", "check-connection", "send-message");

    static Stream<Class<?>> connectors() {
        return ElementTemplates.connectors().stream();
    }

    static Set<String> names() {
        return Operations.roles().keySet();
    }

    /** Identities are derived from these names, so a name must never change. */
    @Test
    void are_named_as_their_job_types() {
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "create-customer",
                        "find-customer",
                        "update-customer",
                        "upsert-customer",
                        "merge-customers",
                        "delete-customer",
                        "create-kobject",
                        "find-kobject",
                        "update-kobject",
                        "upsert-company",
                        "delete-record",
                        "create-conversation",
                        "find-conversation",
                        "update-conversation",
                        "create-note",
                        "create-message",
                        "send-message",
                        "search",
                        "call-api",
                        "check-connection",
                        "register-webhook",
                        "find-message",
                        "count-records",
                        "get-conversation-metrics",
                        "get-queue-metrics",
                        "find-record",
                        "route-conversation",
                        "start-workflow",
                        "run-bulk",
                        "await-bulk");
        assertThat(names())
                .extracting("kustomer:%s:1"::formatted)
                .containsExactlyElementsOf(connectors()
                        .map(connector ->
                                connector.getAnnotation(OutboundConnector.class).type())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void each_binds_the_operation_of_its_form(Class<?> connector) {
        ParameterizedType superclass = (ParameterizedType) connector.getGenericSuperclass();

        assertThat(superclass.getActualTypeArguments())
                .containsExactly(connector.getAnnotation(ElementTemplate.class).inputDataClass());
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_needs_known_roles(String name) {
        List<Role> roles = requireNonNull(Operations.roles().get(name));

        assertThat(roles).allMatch(Role::isKnown);
        assertThat(roles.isEmpty()).isEqualTo(WITHOUT_ROLES.contains(name));
    }
}

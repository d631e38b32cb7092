package io.github.kustomerconnector.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the rules on the product, and checks on planted faults that each rule can fail. */
class ArchitectureTest {

    private static final String ROOT = "io.github.kustomerconnector";
    private static final String FAULTY = ROOT + ".architecture.faulty";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(ROOT);
    private static final JavaClasses FAULTS = new ClassFileImporter().importPackages(FAULTY);

    static Stream<String> rules() {
        return Arrays.stream(Rules.class.getDeclaredMethods())
                .filter(method -> method.getReturnType().equals(ArchRule.class) && method.getParameterCount() == 0)
                .map(Method::getName)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_the_rule(String rule) {
        rule(rule, ROOT).check(PRODUCT);
    }

    @ParameterizedTest
    @CsvSource({
        "packages_depend_on_each_other_in_one_direction, JsonKnowsClient|OperationKnowsClient|CallKnowsHttp|FieldKnowsOperation",
        "packages_are_free_of_cycles, JsonKnowsClient",
        "resources_do_not_depend_on_each_other, KnowsConversations",
        "only_connectors_depend_on_the_connector_sdk, ClientKnowsRuntime",
        "operations_do_no_io, OperationKnowsClient|CallKnowsHttp",
        "connectors_depend_only_on_endpoint_and_key_of_http, ConnectorKnowsHttp",
        "requests_pass_the_rate_limit, PublicTransport",
        "only_the_webhook_depends_on_the_inbound_sdk, KnowsWebhooks",
        "the_webhook_depends_only_on_json, WebhookKnowsOutbound",
        "only_http_depends_on_the_jdk_http_client, ClientKnowsHttp",
        "only_json_depends_on_jackson, ClientKnowsJackson",
        "only_one_class_depends_on_micrometer, UsesMicrometer",
        "only_the_body_builder_creates_bodies, UnboundedBody",
        "static_fields_are_final, KeepsState.count",
        "static_fields_hold_no_shared_state, KeepsSharedState.COUNT",
        "there_are_no_setters, HasASetter",
        "there_is_no_field_injection, IsInjected",
        "classes_are_final_sealed_or_abstract, OpenToInheritance",
        "packages_are_null_marked, InAnUnmarkedPackage",
        "nothing_writes_to_standard_streams, Prints",
        "nothing_uses_java_util_logging, UsesJavaLogging"
    })
    void a_planted_fault_breaks_the_rule(String rule, String culprits) {
        Pattern culprit = Pattern.compile(culprits);

        assertThat(rule(rule, FAULTY).evaluate(FAULTS).getFailureReport().getDetails())
                .isNotEmpty()
                .allMatch(detail -> culprit.matcher(detail).find());
    }

    @Test
    void every_rule_has_a_planted_fault() throws NoSuchMethodException {
        CsvSource faults = ArchitectureTest.class
                .getDeclaredMethod("a_planted_fault_breaks_the_rule", String.class, String.class)
                .getAnnotation(CsvSource.class);

        assertThat(Arrays.stream(faults.value()).map(row -> row.replaceFirst(",.*", "")))
                .containsExactlyInAnyOrderElementsOf(rules().toList());
    }

    @Test
    void the_rules_are_checked_on_the_product() {
        assertThat(PRODUCT.contain(ROOT + ".connector.CreateCustomerConnector")).isTrue();
        assertThat(PRODUCT.contain(FAULTY + ".json.JsonKnowsClient")).isFalse();
    }

    private static ArchRule rule(String name, String root) {
        try {
            return (ArchRule) Rules.class.getDeclaredMethod(name).invoke(new Rules(root));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }
}

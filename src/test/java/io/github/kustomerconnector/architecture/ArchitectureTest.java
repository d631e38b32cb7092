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

/** Holds the product to the rules, and the rules to planted faults: a rule that cannot fire proves nothing. */
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
    void the_product_keeps(String rule) {
        rule(rule, ROOT).check(PRODUCT);
    }

    @ParameterizedTest
    @CsvSource({
        "packages_depend_on_each_other_in_one_direction, LooksUp|KnowsTheClient|SendsAtOnce|KnowsItsForm",
        "packages_are_free_of_cycles, LooksUp",
        "resources_do_not_know_each_other, KnowsConversations",
        "the_connector_runtime_is_known_at_the_edge_only, KnowsTheRuntime",
        "operations_do_no_io, KnowsTheClient|SendsAtOnce",
        "the_edge_knows_of_http_only_the_endpoint, SendsItself",
        "requests_pass_the_rate_limit, PassesBy",
        "http_is_known_to_http_only, ClientKnowsHttp",
        "jackson_is_known_to_json_only, KnowsJackson",
        "micrometer_is_known_to_one_class_only, CountsElsewhere",
        "bodies_are_bounded, SendsWhatItGets",
        "statics_do_not_change, KeepsState.count",
        "statics_hold_no_shared_state, KeepsSharedState.COUNT",
        "nothing_is_set_from_outside, HasASetter",
        "nothing_is_injected, IsInjected",
        "classes_are_final_or_made_to_be_extended, OpenToInheritance",
        "packages_say_what_may_be_null, InAnUnmarkedPackage",
        "nothing_is_printed, Prints",
        "there_is_one_way_to_log, LogsElsewhere"
    })
    void a_fault_is_found_by(String rule, String culprits) {
        Pattern culprit = Pattern.compile(culprits);

        assertThat(rule(rule, FAULTY).evaluate(FAULTS).getFailureReport().getDetails())
                .isNotEmpty()
                .allMatch(detail -> culprit.matcher(detail).find());
    }

    @Test
    void every_rule_has_a_planted_fault() throws NoSuchMethodException {
        CsvSource faults = ArchitectureTest.class
                .getDeclaredMethod("a_fault_is_found_by", String.class, String.class)
                .getAnnotation(CsvSource.class);

        assertThat(Arrays.stream(faults.value()).map(row -> row.replaceFirst(",.*", "")))
                .containsExactlyInAnyOrderElementsOf(rules().toList());
    }

    @Test
    void the_product_is_what_is_looked_at() {
        assertThat(PRODUCT.contain(ROOT + ".connector.CreateCustomerConnector")).isTrue();
        assertThat(PRODUCT.contain(FAULTY + ".json.LooksUp")).isFalse();
    }

    private static ArchRule rule(String name, String root) {
        try {
            return (ArchRule) Rules.class.getDeclaredMethod(name).invoke(new Rules(root));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }
}

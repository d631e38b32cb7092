package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.operation.Bound.components;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Json;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that the form of each write passes. The test of the form implements this interface. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface FormRules {

    /** The record of the form's fields. */
    Class<? extends Record> form();

    /** A valid value for each field of the form. */
    FormSamples samples();

    /** The body that a task's variables make. */
    Json body(String variables);

    /** The fields of the form that have no sample, because they are not sent under their own name. */
    default Set<String> otherFields() {
        return Set.of("additionalFields");
    }

    default Set<String> fields() {
        return samples().names();
    }

    default Set<String> sentFields() {
        return samples().sentNames();
    }

    @Test
    default void each_field_of_the_form_has_a_sample() {
        Set<String> fields = components(form());
        fields.removeAll(otherFields());

        assertThat(fields()).isEqualTo(fields);
    }

    @ParameterizedTest
    @MethodSource("sentFields")
    default void each_field_alone_reaches_the_body_under_its_own_name(String name) {
        Json without = body(samples().variablesWith());

        Json body = body(samples().variablesWith(name));

        assertThat(body.field(name)).contains(samples().sent(name));
        assertThat(samples().others(body, name)).isEqualTo(samples().others(without, name));
    }

    @ParameterizedTest
    @MethodSource("fields")
    default void each_field_names_itself_when_it_is_refused(String name) {
        assertThat(refusal(() -> body(samples().variablesWithWrong(name))))
                .hasValueSatisfying(problem ->
                        assertThat(problem).startsWith(samples().fullName(name)).doesNotContain(";"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    default void additional_fields_cannot_set_a_field_of_the_form(String name) {
        assertThat(refusal(() -> body(samples().variablesWithAdditional(name))))
                .contains("%s is a field of the form: use %s"
                        .formatted(
                                samples().fullName("additionalFields." + name),
                                samples().fullName(name)));
    }
}

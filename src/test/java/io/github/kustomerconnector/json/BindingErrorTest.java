package io.github.kustomerconnector.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingErrorTest {

    private static final ObjectMapper RUNTIME = ConnectorsObjectMapperSupplier.getCopy();

    record Inner(@Nullable String word) {}

    record Outer(@Nullable Inner inner, @Nullable List<Inner> list) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"inner":"ada"}                  | inner        | must be an object with the fields of the form
                    {"inner":7}                      | inner        | must be an object with the fields of the form
                    {"inner":{"word":{"a":1}}}       | inner.word   | must be text
                    {"inner":{"word":["a","b"]}}     | inner.word   | must be text
                    {"list":[{"word":"a"},"ada"]}    | list.1       | must be an object with the fields of the form
                    """)
    void names_the_field_that_does_not_bind(String variables, String field, String problem) {
        Throwable refusal = catchThrowable(() -> RUNTIME.readValue(variables, Outer.class));

        assertThat(BindingError.of(refusal)).contains(new BindingError(field, problem));
    }

    @Test
    void a_problem_of_the_whole_value_names_no_field() {
        Throwable refusal = catchThrowable(() -> RUNTIME.readValue("\"ada\"", Outer.class));

        assertThat(refusal).isNotNull();
        assertThat(BindingError.of(refusal)).isEmpty();
    }

    @Test
    void another_exception_is_no_binding_error() {
        assertThat(BindingError.of(new IllegalStateException("ada"))).isEmpty();
        assertThat(BindingError.of(null)).isEmpty();
    }
}

package io.github.kustomerconnector.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingErrorTest {

    /** A form with a container. */
    record Form(@Nullable Person person) {}

    /** A container with a text and any value. */
    record Person(@Nullable String name, @Nullable Json phones) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"person":"secret"}                   | person must be an object with the fields of the form
            {"person":["secret"]}                 | person must be an object with the fields of the form
            {"person":{"name":{"secret":1}}}      | person.name must be text
            {"person":{"name":["secret","b"]}}    | person.name must be text
            {"person":{"nmae":"secret"}}          | person.nmae is not a field of this version of the operation: correct its name, use the additional fields, or upgrade the connector
            {"preson":{}}                         | preson is not a field of this version of the operation: correct its name, use the additional fields, or upgrade the connector
            {"person":{"ada@example.org":1}}      | person.*** is not a field of this version of the operation: correct its name, use the additional fields, or upgrade the connector
            """)
    void names_the_field_and_not_the_value(String json, String message) {
        assertThatThrownBy(() -> bind(json)).hasMessage(message).hasNoCause();
    }

    @Test
    void a_value_that_is_no_object_at_all_has_no_field() {
        assertThatThrownBy(() -> bind("7")).hasMessage("The input does not fit the operation");
    }

    @Test
    void a_value_that_fits_binds() {
        Form form = bind("{\"person\":{\"name\":\"Ada\",\"phones\":[1,null]}}");

        assertThat(form).isEqualTo(new Form(new Person("Ada", json("[1,null]"))));
        assertThat(bind("{\"person\":null}")).isEqualTo(new Form(null));
        assertThat(bind("{\"person\":{\"phones\":null}}")).isEqualTo(new Form(new Person(null, null)));
    }

    /** A form with a list of any values. */
    record Rows(List<Json> rows) {}

    @Test
    void each_value_of_a_list_binds() {
        Json given = json("{\"rows\":[{\"a\":[1]},[{\"b\":{}},2],\"c\"]}");

        Rows bound = JsonBinder.bind(given, Rows.class, error -> new IllegalArgumentException(error.problem()));

        assertThat(bound.rows()).isEqualTo(given.field("rows").orElseThrow().elements());
    }

    private static Form bind(String json) {
        return JsonBinder.bind(
                json(json), Form.class, error -> new IllegalArgumentException(error.field() + " " + error.problem()));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}

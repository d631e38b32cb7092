package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.field.Formats.integer;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectOr;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.operation.JsonText.checked;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What separates a value that is left out from one that is refused. Formats are made in each test. */
class FieldGuardsTest {

    @Test
    void a_row_is_left_out_only_if_its_required_field_is_given_and_blank() {
        Format rows = list(
                10,
                object(
                        required("email", text(256)),
                        optional("name", text(256)),
                        optional("type", oneOf("home", "work"))));

        assertThat(checked(rows, "[{\"email\":\"\",\"name\":\"\",\"type\":\"home\"}]"))
                .isEqualTo("[]");
        assertThat(checked(rows, "[{\"name\":\"\",\"type\":\"home\"}]")).isEqualTo("!f[0].email is missing");
    }

    @Test
    void a_row_without_required_fields_is_left_out_if_a_text_is_given_and_blank() {
        Format rows = list(10, object(optional("name", text(256)), optional("type", oneOf("home", "work"))));

        assertThat(checked(rows, "[{\"name\":\"\",\"type\":\"home\"}]")).isEqualTo("[]");
        assertThat(checked(rows, "[{\"type\":\"home\"}]")).isEqualTo("[{\"type\":\"home\"}]");
    }

    @Test
    void an_object_whose_required_field_is_blank_is_not_set() {
        Format format = objectOr(required("id", text(256)), optional("type", oneOf("home", "work")));

        assertThat(format.isUnset(json("{\"id\":\"\",\"type\":\"home\"}"))).isTrue();
        assertThat(format.isUnset(json("{\"id\":\"7\"}"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"camunda.function.type\"}",
                "[\"camunda.function.type\"]",
                "The key camunda.function.type is reserved"
            })
    void a_text_that_only_mentions_the_key_of_a_function_is_a_text(String given) {
        Json text = Json.of(given);

        assertThat(refusal(() -> {
                    CamundaFunction.refuseIn("f", text);
                    return text;
                }))
                .isEmpty();
    }

    @Test
    void a_function_in_place_of_a_number_or_a_text_is_named() {
        String function = "{\"camunda.function.type\":\"getText\",\"params\":[]}";
        String problem = "!f contains a function of Camunda (camunda.function.type)";

        assertThat(checked(integer(1, 5), function)).startsWith(problem);
        assertThat(checked(text(10), function)).startsWith(problem);
    }

    @Test
    void empty_names_between_commas_are_no_names() {
        assertThat(FieldNames.of("f", Json.of("name,, custom.planStr,"))).containsExactly("name", "custom.planStr");
    }

    @Test
    void at_most_200_names_are_given() {
        assertThat(refusal(() -> FieldNames.of("f", names(200)))).isEmpty();
        assertThat(refusal(() -> FieldNames.of("f", names(201)))).contains("f has 201 names, at most 200 are allowed");
    }

    @Test
    void a_text_that_begins_with_a_comma_is_a_list() {
        assertThat(ListFormat.split(Json.of(",a"))).isEqualTo(json("[\"\",\"a\"]"));
        assertThat(ListFormat.split(Json.of("a"))).isEqualTo(Json.of("a"));
    }

    @ParameterizedTest
    @CsvSource({"name, record.name", "satisfaction, change.clear"})
    void an_additional_field_that_is_cleared_is_refused_with_the_input_that_sets_it(String name, String input) {
        Map<String, Json> empties = Map.of("name", Json.NULL, "satisfaction", Json.NULL);
        Json additional = Json.object(Map.of(name, Json.of("x")));

        assertThat(refusal(() -> new BodyBuilder("record")
                        .put("name", null, text(10))
                        .clear("change.clear", Json.of("name, satisfaction"), empties)
                        .putAdditional(additional)
                        .checked()))
                .contains("record.additionalFields." + name + " is a field of the form: use " + input);
    }

    private static Json names(int number) {
        List<Json> names =
                IntStream.range(0, number).mapToObj(i -> Json.of("name" + i)).toList();
        return Json.list(names);
    }
}

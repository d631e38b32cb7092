package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static io.github.kustomerconnector.operation.JsonText.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kustomerconnector.call.Failure.InvalidInput;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyBuilderTest {

    private final BodyBuilder body = new BodyBuilder("customer");

    @Test
    void has_the_given_fields_in_order() {
        body.put("name", Json.of("Ada"), Formats.text(9)).put("age", Json.of(36), Formats.integer(0, 99));

        assertThat(text(body.checked())).isEqualTo("{\"name\":\"Ada\",\"age\":36}");
        assertThat(body.get("name")).contains(Json.of("Ada"));
    }

    @Test
    void an_unset_field_is_not_sent() {
        body.put("name", null, Formats.text(9));

        assertThat(body.checked()).isEmpty();
        assertThat(body.get("name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \\n\"", "[]", "[\"\", null]"})
    void a_blank_field_or_an_empty_list_is_not_sent(String value) {
        body.put("tags", json(value), RecordFormats.TAGS);

        assertThat(text(body.checked())).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \""})
    void a_blank_required_field_is_refused(String value) {
        body.require("customer", json(value), Formats.objectId());

        assertThat(refusal(body::checked)).contains("customer.customer is missing");
    }

    @Test
    void an_unset_required_field_is_refused() {
        body.require("customer", null, Formats.objectId());

        assertThat(refusal(body::checked)).contains("customer.customer is missing");
    }

    @Test
    void a_required_field_is_sent() {
        body.require("name", Json.of("Ada"), Formats.text(9));

        assertThat(text(body.checked())).isEqualTo("{\"name\":\"Ada\"}");
    }

    @Test
    void all_problems_are_reported_and_the_first_gives_the_details() {
        body.put("name", json("true"), Formats.text(9))
                .put("username", Json.of("fits"), Formats.text(9))
                .require("company", null, Formats.text(9))
                .put("tags", json("[\"a\",\"#\"]"), RecordFormats.TAGS);

        assertThatThrownBy(body::checked)
                .isInstanceOf(KustomerException.class)
                .extracting(e -> ((KustomerException) e).failure())
                .isEqualTo(new InvalidInput(
                        new FailureDetails(null, null, "customer.name", null, null, null),
                        "customer.name must be text; customer.company is missing; customer.tags[1] is not a tag:"
                                + " letters, digits, blanks inside, and _ / < > - . are allowed"));
    }

    @Test
    void twenty_one_tags_are_refused() {
        String tags = IntStream.range(0, 21).mapToObj(i -> "\"t" + i + '"').collect(Collectors.joining(",", "[", "]"));

        body.put("tags", json(tags), RecordFormats.TAGS);

        assertThat(refusal(body::checked)).contains("customer.tags has 21 entries, at most 20 are allowed");
    }

    @Test
    void an_additional_field_in_two_spellings_is_refused() {
        body.putAdditional(json("{\"newField\": 1, \" new\u200BField\\u00A0\": 2}"));

        assertThat(refusal(body::checked)).contains("customer.additionalFields.newField is given twice");
    }

    @Test
    void a_custom_attribute_in_two_spellings_is_refused() {
        body.put("custom", json("{\"planStr\": \"gold\", \"planStr \": \"silver\"}"), RecordFormats.CUSTOM);

        assertThat(refusal(body::checked)).contains("customer.custom.planStr is given twice");
    }

    @Test
    void a_part_of_an_entry_in_two_spellings_is_refused() {
        body.put(
                "emails",
                json("[{\"email\": \"ada@example.org\", \"email \": \"grace@example.org\"}]"),
                ContactFormats.EMAILS);

        assertThat(refusal(body::checked)).contains("customer.emails[0].email is given twice");
    }

    @Test
    void additional_fields_are_merged_unchanged() {
        body.put("name", Json.of("Ada"), Formats.text(9))
                .putAdditional(json("{\"newField\":{\"deep\":[1,null]},\"cleared\":null,\"empty\":\"\"}"));

        assertThat(text(body.checked()))
                .isEqualTo("{\"name\":\"Ada\",\"newField\":{\"deep\":[1,null]},\"cleared\":null,\"empty\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource({"name, true", "name, false"})
    void an_additional_field_that_the_form_has_is_refused_even_if_unset(String name, boolean set) {
        body.put(name, set ? Json.of("Ada") : null, Formats.text(9)).putAdditional(json("{\"name\":\"Bob\"}"));

        assertThat(refusal(body::checked))
                .contains("customer.additionalFields.name is a field of the form: use customer.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "{}"})
    void blank_additional_fields_add_nothing(String additional) {
        assertThat(text(body.putAdditional(json(additional)).checked())).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "[]", "7", "[{\"a\":1}]"})
    void additional_fields_must_be_an_object(String additional) {
        body.putAdditional(json(additional));

        assertThat(refusal(body::checked))
                .contains("customer.additionalFields must be an object with the names and values to add");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"camunda.function.type\":\"base64\",\"params\":[]}",
                "[{\"a\":{\"camunda.function.type\":\"base64\"}}]",
                "{\"a\":\"{\\\"camunda.function.type\\\":\\\"base64\\\"}\"}",
                "\"{\\\"camunda.function.type\\\":\\\"base64\\\"}\""
            })
    void a_function_of_camunda_is_refused_in_every_field(String value) {
        String problem = " contains a function of Camunda (camunda.function.type), which is not resolved here:"
                + " compute the value in an earlier task or in FEEL";

        body.put("name", json(value), Formats.text(999))
                .put("meta", json(value), (field, any) -> any)
                .putAdditional(Json.object(Map.of("more", json(value))))
                .clear("change.clear", json(value), Map.of());

        assertThat(refusal(body::checked))
                .contains("customer.name" + problem + "; customer.meta" + problem + "; customer.additionalFields.more"
                        + problem + "; change.clear" + problem);
        assertThat(refusal(() -> BodyBuilder.bounded("request.body", json(value))))
                .contains("request.body" + problem);
        assertThat(refusal(() -> BodyBuilder.bounded("request.body", Map.of("a", json(value)))))
                .contains("request.body" + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"use camunda.function.type\"",
                "\"{camunda.function.type}\"",
                "{\"a\":\"camunda.function.type\"}",
                "{\"camunda.document.type\":\"camunda\"}"
            })
    void a_text_that_mentions_a_function_is_sent(String value) {
        body.put("meta", json(value), (field, any) -> any);

        assertThat(body.checked()).containsEntry("meta", json(value));
        assertThat(refusal(() -> BodyBuilder.bounded("request.body", json(value))))
                .isEmpty();
    }

    @Test
    void names_to_clear_are_cut_and_counted() {
        String many =
                IntStream.range(0, 201).mapToObj(i -> "custom.a" + i + "Str").collect(Collectors.joining(","));

        assertThat(new BodyBuilder("customer")
                        .clear(
                                "change.clear",
                                Json.of("\u00a0na\u200bme\u00a0, custom.planStr\ufeff"),
                                Map.of("name", Json.NULL))
                        .checked())
                .containsEntry("name", Json.NULL)
                .containsEntry("custom", json("{\"planStr\":null}"));
        body.clear("change.clear", Json.of(many), Map.of());
        assertThat(refusal(body::checked)).contains("change.clear has 201 names, at most 200 are allowed");
    }

    @Test
    void a_body_of_100_kibibytes_is_accepted() {
        int frame = "{\"a\":\"\"}".length();
        Map<String, Json> fields = Map.of("a", Json.of("x".repeat(BodyBuilder.MAX_BYTES - frame)));

        assertThat(BodyBuilder.bounded("customer", fields).size()).isEqualTo(BodyBuilder.MAX_BYTES);
    }

    @Test
    void a_body_of_more_bytes_is_refused() {
        Map<String, Json> fields = Map.of("a", Json.of("é".repeat(BodyBuilder.MAX_BYTES / 2)));

        assertThat(refusal(() -> BodyBuilder.bounded("customer", fields)))
                .contains("customer makes a body of 102408 bytes, at most 102400 are allowed");
    }

    /** Kustomer may return the stored value, and the answer could not be read. */
    @Test
    void a_body_that_could_not_be_read_in_an_answer_is_refused() {
        Json deep = Json.of("x");
        for (int level = 0; level < 128; level++) {
            deep = Json.list(List.of(deep));
        }
        Json tooDeep = deep;

        Map<String, Json> longName = Map.of("k".repeat(50_001), Json.of(1));

        assertThat(BodyBuilder.bounded("kobject", tooDeep).size()).isPositive();
        assertThat(refusal(() -> BodyBuilder.bounded("kobject", Map.of("data", tooDeep))))
                .isEqualTo(refusal(() -> BodyBuilder.bounded("kobject", longName)))
                .contains("kobject has more than 128 levels of lists and objects, or a name of more than 50,000"
                        + " characters");
    }
}

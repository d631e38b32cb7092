package io.github.kustomerconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final ObjectMapper RUNTIME = ConnectorsObjectMapperSupplier.getCopy();

    record Container(@Nullable Json value) {}

    static Stream<Arguments> mappers() {
        return Stream.of(Arguments.of("the runtime's", RUNTIME), Arguments.of("a plain", new ObjectMapper()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ada\"",
                "\"\"",
                "\"  \"",
                "\"=1+1\"",
                "\"{{secrets.KEY}}\"",
                "0",
                "-7",
                "9007199254740993",
                "0.25",
                "true",
                "false",
                "[]",
                "[\"one\"]",
                "[[1],[null],{}]",
                "{}",
                "{\"a\":{\"b\":[1,\"x\",null]}}",
                "{\"email\":null}"
            })
    void binds_any_kind_of_value_and_writes_it_unchanged(String value) throws JsonProcessingException {
        String given = "{\"value\":" + value + "}";

        Container bound = RUNTIME.readValue(given, Container.class);

        assertThat(RUNTIME.writeValueAsString(bound)).isEqualTo(given);
    }

    @ParameterizedTest(name = "{0} mapper")
    @MethodSource("mappers")
    void null_binds_to_a_java_null(String name, ObjectMapper mapper) throws JsonProcessingException {
        Container bound = mapper.readValue("{\"value\": null}", Container.class);

        assertThat(bound.value()).as(name).isNull();
    }

    @ParameterizedTest(name = "{0} mapper")
    @MethodSource("mappers")
    void a_missing_value_binds_to_a_java_null(String name, ObjectMapper mapper) throws JsonProcessingException {
        Container bound = mapper.readValue("{}", Container.class);

        assertThat(bound.value()).as(name).isNull();
    }

    @Test
    void a_list_of_one_stays_a_list() throws JsonProcessingException {
        Container bound = RUNTIME.readValue("{\"value\": [\"one\"]}", Container.class);

        assertThat(bound.value()).isEqualTo(Json.list(List.of(Json.of("one"))));
    }

    @Test
    void a_null_inside_an_object_is_kept() throws JsonProcessingException {
        Container bound = RUNTIME.readValue("{\"value\": {\"planStr\": null}}", Container.class);

        Json inside = bound.value() == null ? Json.of("none") : bound.value();
        assertThat(inside.fields()).containsOnlyKeys("planStr");
        assertThat(inside.fields().values()).allMatch(Json::isNull);
    }

    @Test
    void an_object_that_is_bound_equals_one_that_is_parsed() throws JsonProcessingException {
        String text = "{\"a\":1,\"b\":[0.5,1.0,\"x\"],\"c\":12345678901,\"d\":null}";

        Json bound = RUNTIME.readValue(text, Json.class);

        assertThat(bound).isEqualTo(json(text)).hasSameHashCodeAs(json(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<html><body>Bad gateway</body></html>",
                "{\"data\": {\"id\": \"5f",
                "[1, 2",
                "\"open",
                "{\"id\": 1} trailing",
                "{\"id\": 1}{\"id\": 2}",
                "{'id': 1}",
                "NaN",
                "1e99999999999",
                "{\"id\": -1.5E-99999999999}",
                "undefined",
                "{\"a\":1,}"
            })
    void anything_but_exactly_one_value_is_not_json(String text) {
        assertThat(Json.parse(utf8(text))).isEmpty();
    }

    @Test
    void bytes_that_are_not_utf_8_are_not_json() {
        byte[] cut = {'"', (byte) 0xC3, '"'};

        assertThat(Json.parse(cut)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 900, 5000})
    void a_tree_that_is_too_deep_is_not_json(int levels) {
        assertThat(Json.parse(utf8("[".repeat(levels) + "]".repeat(levels)))).isEmpty();
        assertThat(Json.parse(utf8("[".repeat(128) + "]".repeat(128)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", " {} ", "\n[1]\n", "\"é😀\""})
    void white_space_around_a_value_is_allowed(String text) {
        assertThat(Json.parse(utf8(text))).isPresent();
    }

    @Property
    void reading_a_written_value_returns_the_same_value(@ForAll("trees") Json tree) {
        assertThat(Json.parse(tree.toBytes())).contains(tree);
    }

    @Property
    void equal_values_have_equal_hashes(@ForAll("trees") Json tree) {
        assertThat(json(new String(tree.toBytes(), StandardCharsets.UTF_8))).hasSameHashCodeAs(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    null        | true
                    ""          | true
                    " \\t\\n"   | true
                    "a"         | false
                    0           | false
                    false       | false
                    []          | false
                    {}          | false
                    """)
    void blank_is_null_or_text_without_a_visible_character(String value, boolean blank) {
        assertThat(json(value).isBlank()).isEqualTo(blank);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "a"   | a
                    ""    | ''
                    true  | true
                    42    | 42
                    0.5   | 0.5
                    10.0  | 10.0
                    1e3   | 1000
                    null  |
                    []    |
                    {}    |
                    """)
    void a_scalar_has_characters(String value, @Nullable String characters) {
        assertThat(json(value).scalar()).isEqualTo(Optional.ofNullable(characters));
    }

    @Test
    void a_large_number_of_the_runtime_has_its_digits() throws JsonProcessingException {
        Json bound = RUNTIME.readValue("18005551212.0", Json.class);

        assertThat(bound.scalar()).contains("18005551212.0");
    }

    @Test
    void a_number_of_a_million_digits_stays_in_scientific_notation() {
        assertThat(json("1e1000000").scalar())
                .hasValueSatisfying(text -> assertThat(text).hasSizeLessThan(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483647", "1e-2147483647", "1E2147483648", "-1.5E-2147483000"})
    void the_largest_exponents_stay_in_scientific_notation(String number) {
        assertThat(json(number).scalar())
                .hasValueSatisfying(text -> assertThat(text).hasSizeLessThan(20));
    }

    @Test
    void texts_are_found_in_the_deepest_value() {
        Json deep = json("[".repeat(128) + "\"x\"" + "]".repeat(128));

        assertThat(JsonTexts.texts(deep)).containsExactly("x");
    }

    @Test
    void only_a_text_has_text() {
        assertThat(json("\"a\"").text()).contains("a");
        assertThat(Stream.of("1", "true", "null", "[]", "{}").map(JsonTest::json))
                .allSatisfy(value -> assertThat(value.text()).isEmpty());
    }

    @Test
    void each_kind_of_value_is_recognized() {
        assertThat(json("{}").isObject()).isTrue();
        assertThat(json("[]").isList()).isTrue();
        assertThat(json("1.5").isNumber()).isTrue();
        assertThat(json("true").isBoolean()).isTrue();
        assertThat(json("null").isNull()).isTrue();
        assertThat(json("\"true\"").isBoolean()).isFalse();
        assertThat(json("\"1\"").isNumber()).isFalse();
    }

    @Test
    void elements_and_fields_keep_their_order() {
        assertThat(json("[3,1,2]").elements()).containsExactly(Json.of(3), Json.of(1), Json.of(2));
        assertThat(json("{\"z\":1,\"a\":2}").fields().keySet()).containsExactly("z", "a");
    }

    @Test
    void a_value_without_elements_or_fields_returns_none() {
        assertThat(json("{\"a\":1}").elements()).isEmpty();
        assertThat(json("[1]").fields()).isEmpty();
        assertThat(json("\"a\"").elements()).isEmpty();
        assertThat(json("\"a\"").fields()).isEmpty();
    }

    @Test
    void a_path_of_field_names_finds_a_value() {
        Json tree = json("{\"data\":{\"customer\":{\"id\":\"1\"}}}");

        assertThat(tree.at("data", "customer", "id")).contains(Json.of("1"));
        assertThat(tree.at()).contains(tree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"data\":null}", "{\"data\":{\"id\":null}}", "{\"data\":[]}", "[]", "\"data\"", "null"})
    void a_path_with_a_missing_field_finds_nothing(String tree) {
        assertThat(json(tree).at("data", "id")).isEmpty();
    }

    @Test
    void texts_of_all_depths_without_field_names() {
        assertThat(JsonTexts.texts(json("{\"a\":[\"x\",{\"b\":\"y\"},1,true,null],\"c\":\"\"}")))
                .containsExactly("x", "y", "");
        assertThat(JsonTexts.texts(json("\"x\""))).containsExactly("x");
        assertThat(JsonTexts.texts(json("7"))).isEmpty();
    }

    @Test
    void field_names_of_all_depths_without_texts() {
        assertThat(JsonTexts.names(json("{\"a\":[\"x\",{\"b\":\"y\"}],\"c\":null}")))
                .containsExactly("a", "b", "c");
        assertThat(JsonTexts.names(json("\"x\""))).isEmpty();
    }

    @Test
    void its_string_contains_the_kind_of_value_only() {
        assertThat(Json.of("ada@example.org")).hasToString("Json(STRING)");
        assertThat(json("{\"email\":\"ada@example.org\"}").toString()).doesNotContain("ada");
    }

    @Provide
    Arbitrary<Json> trees() {
        return trees(3);
    }

    /** Trees of limited depth, because a random tree without limit may fill the memory. */
    private static Arbitrary<Json> trees(int depth) {
        Arbitrary<Json> leaves = Arbitraries.oneOf(
                Arbitraries.strings().map(Json::of),
                Arbitraries.longs().map(Json::of),
                Arbitraries.of(true, false).map(Json::of),
                Arbitraries.bigDecimals().map(number -> json(number.toString())),
                Arbitraries.just(json("null")));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Json> smaller = trees(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                smaller.list().ofMaxSize(3).map(Json::list),
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), smaller)
                        .ofMaxSize(3)
                        .map(fields -> Json.object(ordered(fields))));
    }

    private static Map<String, Json> ordered(Map<String, Json> fields) {
        return new LinkedHashMap<>(fields);
    }

    private static Json json(String text) {
        return Json.parse(utf8(text)).orElseThrow();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void changes_texts_and_names_at_any_depth_and_keeps_numbers() {
        Json json = Json.parse("""
                {"ab": ["a", {"ac": "xa", "n": 1.50, "big": 9223372036854775807, "none": null}], "b": true}""".getBytes(StandardCharsets.UTF_8)).orElseThrow();

        assertThat(new String(
                        JsonTexts.map(json, text -> text.replace("a", "A")).toBytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"Ab\":[\"A\",{\"Ac\":\"xA\",\"n\":1.50,\"big\":9223372036854775807,\"none\":null}],\"b\":true}");
    }

    @Test
    void a_whole_number_of_more_than_64_bits_becomes_a_decimal_number_where_texts_change() {
        Json json = Json.parse("[12345678901234567890, -9223372036854775809]".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(new String(JsonTexts.map(json, UnaryOperator.identity()).toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("[1.2345678901234567E+19,-9.223372036854776E+18]");
    }

    @Test
    void finds_the_place_of_a_text_or_a_name() {
        Json json = Json.parse("{\"a\": [\"x\", {\"b/c\": \"y\"}], \"z\": 1}".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(JsonTexts.find(json, "y"::equals)).contains(List.of("a", "1", "b/c"));
        assertThat(JsonTexts.find(json, "z"::equals)).contains(List.of("z"));
        assertThat(JsonTexts.find(json, "no"::equals)).isEmpty();
        assertThat(JsonTexts.find(Json.of("y"), "y"::equals)).contains(List.of());
    }

    @Test
    void a_text_or_name_is_found_at_any_depth() {
        Json deep = Json.of("needle");
        for (int i = 0; i < 5000; i++) {
            deep = i % 2 == 0 ? Json.list(List.of(deep)) : Json.object(Map.of("a", deep));
        }

        assertThat(JsonTexts.anyMatch(deep, "needle"::equals)).isTrue();
        assertThat(JsonTexts.anyMatch(deep, "a"::equals)).isTrue();
        assertThat(JsonTexts.anyMatch(deep, "b"::equals)).isFalse();
        assertThat(JsonTexts.anyMatch(Json.of(1), text -> true)).isFalse();
        assertThat(JsonTexts.anyMatch(Json.of("needle"), "needle"::equals)).isTrue();
    }
}

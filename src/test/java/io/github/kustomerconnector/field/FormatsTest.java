package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectOr;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.operation.JsonText.checked;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Json;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static final Format MEMBER =
            object(required("id", text(5)), optional("note", text(5)), optional("tags", list(2, text(5))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "abcde"      | "abcde"
                    " a "        | " a "
                    "😀😀😀😀😀" | "😀😀😀😀😀"
                    12345        | "12345"
                    1.50         | "1.50"
                    10.0         | "10"
                    1e3          | "1000"
                    105.0        | "105"
                    "abcdef"     | !f has 6 characters, at most 5 are allowed
                    1.2E4        | "12000"
                    1e999999999  | !f has 12 characters, at most 5 are allowed
                    1e2147483647 | !f has 13 characters, at most 5 are allowed
                    123456       | !f has 6 characters, at most 5 are allowed
                    true         | !f must be text
                    []           | !f must be text
                    ["a"]        | !f must be text
                    {}           | !f must be text
                    """)
    void text_has_a_maximum_length_and_numbers_become_plain_text(String value, String result) {
        assertThat(unescaped(checked(text(5), value))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    12345678901234567890   | "12345678901234567890"
                    -12345678901234567890  | "-12345678901234567890"
                    "1.2345678901234567E19" | "1.2345678901234567E19"
                    9.007199254740992E15   | "9007199254740992"
                    9.007199254740994E15   | !f is a number that may have lost digits: give it as text
                    1.2345678901234567E19  | !f is a number that may have lost digits: give it as text
                    -1.2345678901234567E19 | !f is a number that may have lost digits: give it as text
                    12345678901234567000.0 | !f is a number that may have lost digits: give it as text
                    """)
    void an_identifier_is_not_a_rounded_number(String value, String result) {
        assertThat(checked(Formats.identifier(30), value)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "ab"    | "ab"
                    " ab "  | "ab"
                    "a b"   | !f is not lower case
                    "AB"    | !f is not lower case
                    7       | !f is not lower case
                    """)
    void text_with_a_pattern_is_stripped_and_must_match_as_a_whole(String value, String result) {
        assertThat(checked(text(5, Pattern.compile("[a-z]+"), "is not lower case"), value))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5f1e2d3c4b5a69788796a5b4", "5F1E2D3C4B5A69788796A5B4"})
    void an_object_id_has_24_hex_digits_and_is_sent_in_lower_case(String id) {
        assertThat(checked(Formats.objectId(), '"' + id + '"')).isEqualTo("\"5f1e2d3c4b5a69788796a5b4\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5f1e2d3c4b5a69788796a5b",
                "5f1e2d3c4b5a69788796a5b45",
                "5f1e2d3c4b5a69788796a5bg",
                "../tokens",
                "https://acme.kustomerapp.com/app/customers/5f1e2d3c4b5a69788796a5b4/event/5f1e2d3c4b5a69788796a5b5"
            })
    void other_text_is_refused_as_an_object_id(String id) {
        assertThat(checked(Formats.objectId(), '"' + id + '"'))
                .isEqualTo(
                        "!f is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "abcde"             | "abcde"
                    " ab\\u00a0"        | "ab"
                    "\\ufeffa\\u200bb"  | "ab"
                    "a\\u2011b"         | "a-b"
                    "a\\u00a0b"         | "a b"
                    "a\\u200bbcde"      | "abcde"
                    7                   | "7"
                    "abcdef"            | !f has 6 characters, at most 5 are allowed
                    true                | !f must be text
                    """)
    void an_identifier_has_no_invisible_characters(String value, String result) {
        assertThat(checked(Formats.identifier(5), value)).isEqualTo(result);
    }

    @Test
    void free_text_keeps_every_character() {
        String text = "\u00a0a\u200bb\u2011c\u202f";

        assertThat(Formats.text(9).check("f", Json.of(text))).isEqualTo(Json.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "open"    | "open"
                    "\\u200bopen\\u00a0" | "open"
                    " OPEN "  | "open"
                    "closed"  | !f is not one of open, done
                    1         | !f is not one of open, done
                    true      | !f is not one of open, done
                    ["open"]  | !f is not one of open, done
                    """)
    void a_choice_ignores_case_and_is_sent_as_kustomer_writes_it(String value, String result) {
        assertThat(checked(Formats.oneOf("open", "done"), value)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3.0", "3.000", "\"3\"", "\" 3 \"", "\"3.0\""})
    void a_whole_number_may_be_text_or_end_in_zeros(String value) {
        assertThat(checked(Formats.integer(1, 5), value)).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "6",
                "-1",
                "3.5",
                "\"3.5\"",
                "\"three\"",
                "true",
                "[]",
                "[3]",
                "{}",
                "\"\u0663\"",
                "1e99",
                "9999999999"
            })
    void other_values_are_refused_as_a_whole_number(String value) {
        assertThat(checked(Formats.integer(1, 5), value)).isEqualTo("!f is not a whole number from 1 to 5");
    }

    @Test
    void a_whole_number_may_be_as_large_as_its_bound() {
        assertThat(checked(Formats.integer(0, Integer.MAX_VALUE), "2147483647")).isEqualTo("2147483647");
        assertThat(checked(Formats.integer(0, Integer.MAX_VALUE), "2147483648"))
                .isEqualTo("!f is not a whole number from 0 to 2147483647");
    }

    @Property
    void whole_numbers_within_the_bounds_are_unchanged(@ForAll @IntRange(min = -1000, max = 1000) int number) {
        assertThat(checked(Formats.integer(-1000, 1000), Integer.toString(number)))
                .isEqualTo(Integer.toString(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    0.5    | 0.5
                    -1     | -1
                    1      | 1
                    1.01   | !f is not a number from -1.0 to 1.0
                    1e999  | !f is not a number from -1.0 to 1.0
                    "0.5"  | 0.5
                    " -0.25 " | -0.25
                    "+1"   | 1
                    "1.0"  | 1.0
                    "5e-1" | 0.5
                    "2"    | !f is not a number from -1.0 to 1.0
                    "0,5"  | !f must be a number
                    "half" | !f must be a number
                    "0x1"  | !f must be a number
                    ["0.5"] | !f must be a number
                    true   | !f must be a number
                    """)
    void a_number_outside_its_bounds_is_refused(String value, String result) {
        assertThat(checked(Formats.number(-1, 1), value)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    true    | true
                    false   | false
                    "true"  | true
                    " FALSE " | false
                    "yes"   | !f must be true or false
                    ["true"] | !f must be true or false
                    1       | !f must be true or false
                    """)
    void only_true_and_false_are_booleans(String value, String result) {
        assertThat(checked(Formats.bool(), value)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "a"                 | ["a"]
                    ["a","b"]           | ["a","b"]
                    ["b","a","b","a"]   | ["b","a"]
                    ["a","",null," "]   | ["a"]
                    []                  | []
                    ["a","b","c"]       | !f has 3 entries, at most 2 are allowed
                    ["a",true]          | !f[1] must be text
                    ["",["a"]]          | !f[1] must be text
                    true                | !f must be text
                    """)
    void a_list_drops_blanks_and_repeated_elements(String value, String result) {
        assertThat(checked(list(2, text(5)), value)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"id":"a"}                          | {"id":"a"}
                    {"note":"n","id":"a","tags":"t"}    | {"note":"n","id":"a","tags":["t"]}
                    {"id":"a","note":null}              | {"id":"a"}
                    {"id":"a","note":" "}               | {"id":"a"}
                    {"note":"n"}                        | !f.id is missing
                    {"id":""}                           | !f.id is missing
                    {}                                  | !f.id is missing
                    {"id":"a","secret":"s"}             | !f has an unknown field: the known fields are id, note, tags
                    {"id":"abcdef"}                     | !f.id has 6 characters, at most 5 are allowed
                    {"id":"a","tags":["t",{"a":null}]}  | {"id":"a","tags":["t"]}
                    {"id":"a","tags":["t",{}]}          | !f.tags[1] must be text
                    "a"                                 | !f must be an object with id, note, tags
                    [{"id":"a"}]                        | !f must be an object with id, note, tags
                    """)
    void an_object_with_an_unknown_or_missing_field_is_refused(String value, String result) {
        assertThat(checked(MEMBER, value)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "a"                     | [{"id":"a"}]
                    7                       | [{"id":"7"}]
                    ["a",{"id":"b"}]        | [{"id":"a"},{"id":"b"}]
                    ["a",{"id":null,"note":""}] | [{"id":"a"}]
                    ["a",{"id":"a"}]        | [{"id":"a"}]
                    ["a",{"id":"","note":"n"}] | !f[1].id is missing
                    {"id":"\\u00a0","note":"n"} | !f.id is missing
                    {"id":"\\u00a0","note":""} | []
                    "[\\"a\\",\\"b\\"]"     | [{"id":"a"},{"id":"b"}]
                    "[{\\"id\\":\\"a\\"}]"    | [{"id":"a"}]
                    "[true]"                | !f has 6 characters, at most 5 are allowed
                    "[1]"                   | [{"id":"[1]"}]
                    "[\\"a\\",\\"abcdef\\"]" | !f[1] has 6 characters, at most 5 are allowed
                    {"note":"n"}            | !f.id is missing
                    {"id":"abcdef"}         | !f.id has 6 characters, at most 5 are allowed
                    "abcdef"                | !f has 6 characters, at most 5 are allowed
                    [["a"]]                 | !f[0] must be text
                    """)
    void a_single_value_becomes_the_main_field_of_an_object(String value, String result) {
        assertThat(checked(list(3, objectOr(required("id", text(5)), optional("note", text(5)))), value))
                .isEqualTo(result);
    }

    @Test
    void a_refusal_does_not_contain_the_value() {
        assertThat(checked(MEMBER, "{\"id\":\"ada@example.org\"}")).doesNotContain("ada");
        assertThat(checked(Formats.oneOf("open"), "\"ada\"")).doesNotContain("ada");
    }

    @Test
    void a_whole_number_of_more_than_64_digits_stays_as_given() {
        String digits = "9".repeat(64);

        assertThat(checked(text(100), digits + ".0")).isEqualTo('"' + digits + '"');
        assertThat(checked(text(100), "9" + digits + ".0")).isEqualTo("\"9" + digits + ".0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"planStr", "plan_str-2", "Z"})
    void a_name_of_letters_digits_and_hyphens_is_shown(String name) {
        assertThat(Formats.shownName(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada@example.org", "Ada Lovelace", "plan.str", "größe"})
    void any_other_name_is_redacted(String name) {
        assertThat(Formats.shownName(name)).isEqualTo("***");
    }

    @Test
    void a_name_of_more_than_64_characters_is_redacted() {
        String longest = "a".repeat(64);

        assertThat(Formats.shownName(longest)).isEqualTo(longest);
        assertThat(Formats.shownName(longest + "a")).isEqualTo("***");
    }

    /** Jackson escapes a character outside the Basic Multilingual Plane as a surrogate pair. */
    private static String unescaped(String json) {
        return json.replace("\\uD83D\\uDE00", "😀");
    }
}

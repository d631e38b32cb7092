package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final String KEY = "secret-of-the-house";

    private static final Role ROLE = new Role("org.permission.customer.create", "org.user.customer.write");

    private final Redactor redactor = new Redactor(ApiKey.of(KEY), Request.get(Path.of("/v1/customers"), ROLE));

    @Test
    void values_of_the_path_are_redacted() {
        Path path = Path.of("/v1/customers/externalId={externalId}", "C-47 11").with("page", "100");
        Redactor ofPath = new Redactor(ApiKey.of(KEY), Request.get(path, ROLE));

        assertThat(ofPath.redact("externalId C-47 11 is not known, at most 100"))
                .isEqualTo("externalId *** is not known, at most 100");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ada@example.org is taken                  | *** is taken
                    is taken: <ada@example.org>, choose       | is taken: <***>, choose
                    {ada.b+c@mail.example.org}                | ***
                    +1 (800) 555-1212 is taken                | *** is taken
                    18005551212 is taken                      | *** is taken
                    555.123.4567                              | ***
                    token eyJhbGciOiJIUzI1NiJ9.e30.x_y-z bad  | token *** bad
                    key secret-of-the-house is not known      | key *** is not known
                    name "Ada Lovelace" is too long           | name *** is too long
                    name "Ada Lovela                          | name ***
                    property 'name' is not allowed            | property 'name' is not allowed
                    at most 10 items, not 123456              | at most 10 items, not 123456
                    status 400 of prod2                       | status 400 of prod2
                    """)
    void personal_and_secret_text_is_redacted(String text, String safe) {
        assertThat(redactor.redact(text)).isEqualTo(safe);
    }

    @Test
    void values_of_the_body_are_redacted() {
        Json sent = Json.object(
                Map.of("name", Json.of("Ada Lovelace"), "tags", Json.list(List.of(Json.of("countess"), Json.of("a")))));
        Request request = new Request("POST", Path.of("/v1/customers"), Body.of(sent), ROLE);

        String safe = new Redactor(ApiKey.of(KEY), request).redact("name Ada Lovelace or tag countess is not allowed");

        assertThat(safe).isEqualTo("name *** or tag *** is not allowed");
    }

    @Test
    void white_space_becomes_one_blank() {
        assertThat(redactor.redact(" one\n\ttwo\r\n three ")).isEqualTo("one two three");
    }

    @Test
    void null_stays_null_and_empty_stays_empty() {
        assertThat(redactor.redact(null)).isNull();
        assertThat(redactor.redact("")).isEmpty();
    }

    @Test
    void text_up_to_the_limit_is_kept() {
        assertThat(redactor.redact("a".repeat(Redactor.LONGEST))).isEqualTo("a".repeat(Redactor.LONGEST));
    }

    @Test
    void longer_text_is_cut() {
        assertThat(redactor.redact("a".repeat(Redactor.LONGEST + 1))).isEqualTo("a".repeat(Redactor.LONGEST) + "...");
    }

    @Test
    void a_long_quoted_value_is_redacted() {
        String value = "Ada Lovelace of London ".repeat(50);

        assertThat(redactor.redact("name \"" + value + "\" is too long")).doesNotContain("Ada");
    }

    @Test
    void a_cut_leaves_no_part_of_the_key() {
        String text = "a".repeat(Redactor.LONGEST - 5) + " " + KEY + " " + "b".repeat(5000);

        assertThat(redactor.redact(text)).doesNotContain("secr");
    }

    @Property
    void every_e_mail_address_is_redacted(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String before,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String host) {
        assertThat(redactor.redact(before + ": " + name + "@" + host + ".org")).doesNotContain("@", host + ".org");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ada.Lovelace | username ada.lovelace is taken | username *** is taken
                    ada.lovelace | Ada.Lovelace is taken          | *** is taken
                    Çağla        | name ÇAĞLA is taken            | name *** is taken
                    İpek Ada     | name İPEK ADA is taken         | name *** is taken
                    """)
    void values_of_the_body_are_redacted_in_any_case(String sent, String text, String safe) {
        assertThat(having(sent).redact(text)).isEqualTo(safe);
    }

    @Test
    void overlapping_values_are_redacted_as_a_whole() {
        assertThat(having("Ada Love", "Lovelace").redact("Ada Lovelace is taken"))
                .isEqualTo("*** is taken");
    }

    @Test
    void text_beyond_the_part_that_is_read_is_not_shown() {
        assertThat(redactor.redact("name \"" + "a".repeat(Redactor.READ_LIMIT) + "\" is too long"))
                .isEqualTo("name...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "ada@example.org", "+1 (800) 555-1212", "\"Ada\""})
    void the_end_of_the_part_that_is_read_leaves_no_part_of_a_value(String value) {
        Redactor sent = having("Ada Lovelace");

        for (int half = 0; half <= value.length(); half++) {
            String before = "a".repeat(Redactor.READ_LIMIT - half - 15) + "\" or this is: ";

            String safe = sent.redact('"' + before + value + " is taken".repeat(1000));

            assertThat(safe).as(half + " characters").matches("\\*{3} or this( is(: \\*{3})?)?\\.{3}");
        }
    }

    @Test
    void a_value_longer_than_the_part_that_is_read_is_redacted() {
        String value = "Ada Lovelace of London ".repeat(1000);

        assertThat(having(value).redact("body " + value + "is taken")).isEqualTo("body ***...");
    }

    @Test
    void a_huge_text_is_redacted_quickly() {
        String huge = "a".repeat(2_000_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> redactor.redact(huge));
    }

    @Test
    void a_huge_text_after_a_large_body_is_redacted_quickly() {
        Redactor sent =
                having(IntStream.range(0, 100_000).mapToObj(i -> "value " + i).toArray(String[]::new));
        String huge = "a value ".repeat(250_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> sent.redact(huge));
    }

    @Test
    void a_text_of_the_length_that_is_read_is_not_cut() {
        String text = "name \"" + "a".repeat(Redactor.READ_LIMIT - 7) + '"';

        assertThat(redactor.redact(text)).isEqualTo("name ***");
    }

    @Test
    void values_of_less_than_three_characters_are_kept() {
        assertThat(having("Ada").redact("Ada is taken")).isEqualTo("*** is taken");
        assertThat(having("is").redact("Ada is taken")).isEqualTo("Ada is taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret-of-the-house",
                "of-the-house",
                "cret of the hou",
                "s e c r e t - o f - t h e - h o u s e",
                "s.e.c.r.e.t.o.f.t.h.e",
                "SECRET-OF-THE-HOUSE",
                "secret\u200bofthe\u00adhouse",
                "\uff53\uff45\uff43\uff52\uff45\uff54\uff4f\uff46\uff54\uff48\uff45\uff48\uff4f\uff55",
                "%73%65%63%72%65%74%2D%6F%66%2D%74%68%65%2D%68%6F%75%73%65",
                "secret%2Dof%2Dthe%2Dhouse",
                "secret%252Dof%252Dthe%252Dhouse",
                "\\u0073\\u0065\\u0063\\u0072\\u0065\\u0074-of-the-house",
                "&#115;&#101;&#99;&#114;&#101;&#116;-of-the-&#x68;ouse",
                "c2VjcmV0LW9mLXRoZS1ob3VzZQ==",
                "c2Vj cmV0 LW9m LXRo ZS1o b3Vz ZQ==",
                "QmVhcmVyIHNlY3JldC1vZi10aGUtaG91c2U=",
                "eHNlY3JldC1vZi10aGUtaG91c2U",
                "7365637265742d6f662d7468652d686f757365",
                "73:65:63:72:65:74:2d:6f:66:2d:74:68:65"
            })
    void a_part_of_the_key_is_redacted_in_each_spelling(String part) {
        String safe = redactor.redact("the key " + part + " is not known");

        assertThat(safe)
                .matches(
                        "the key [^a-zA-Z0-9]*(QmVhcmVy|QmVhcmVyIH|eH)?\\*\\*\\*[^a-zA-Z0-9]*(ZQ|Q|U|2U)?[^a-zA-Z0-9]* is not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the house is not known",
                "secret of a room",
                "the 24 hex digits 5f0000000000000000000001 are bad"
            })
    void a_text_without_twelve_characters_of_the_key_stays(String text) {
        assertThat(redactor.redact(text)).contains(text.substring(0, 10));
    }

    @Test
    void a_name_with_a_part_of_the_key_is_not_shown() {
        assertThat(redactor.redactName("the_house_is")).isNotNull();
        assertThat(redactor.redactName("secret_of_the_house")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ada Lovelace       | name Lovelace, Ada is taken                | name ***, *** is taken
                    Ada Lovelace       | name LOVELACE ADA is taken                 | name *** *** is taken
                    Ada Lovelace       | name Ada+Lovelace is taken                 | name *** is taken
                    Ada Lovelace       | name Ada%20Lovelace is taken               | name *** is taken
                    Ada Lovelace       | name Ada_Lovelace is taken                 | name *** is taken
                    Çağla              | name %C3%87a%C4%9Fla is taken              | name *** is taken
                    Çağla              | name \\u00c7a\\u011fla is taken        | name *** is taken
                    Çağla              | name CAGLA is taken                        | name *** is taken
                    José García        | name Garcia, Jose is taken                 | name ***, *** is taken
                    김민수              | name 강문석 is taken                        | name 강문석 is taken
                    Tom & Jerry        | name Tom &amp; Jerry is taken              | name *** is taken
                    Tom & Jerry        | name Tom &#38; Jerry is taken              | name *** is taken
                    J\u00f6rg M\u00fcller       | name J&ouml;rg M&uuml;ller is taken        | name *** is taken
                    J\u00f6rg M\u00fcller       | name J&amp;ouml;rg M&amp;uuml;ller is taken | name *** is taken
                    \u00c7a\u011fla Gro\u00df\u00f8    | name &Ccedil;a&gbreve;la Gro&szlig;&oslash; | name ***
                    \u0141ukasz \u00c5\u00c6\u00de     | name &Lstrok;ukasz &Aring;&AElig;&THORN;   | name ***
                    Ren\u00e9e            | name Ren&eacute;e is taken                 | name *** is taken
                    x                  | ada&commat;example&period;org is taken    | *** is taken
                    x                  | Tom &foo; Jerry &auml &AUML; is taken      | Tom &foo; Jerry &auml &AUML; is taken
                    a"b c'd            | name a\\"b c'd is taken                  | name *** is taken
                    ada@example.org    | email ada%40example.org is taken           | email *** is taken
                    C-4711-X           | id C4711X is taken                         | id *** is taken
                    """)
    void a_sent_value_is_recognized_in_another_order_or_spelling(String sent, String text, String safe) {
        assertThat(having(sent).redact(text.replace("\\\\", "\\"))).isEqualTo(safe);
    }

    @Test
    void words_of_a_sent_value_that_do_not_all_occur_stay() {
        assertThat(having("status of order").redact("status is not allowed")).isEqualTo("status is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 0x1b, 0x7f, 0x85, 0xa0, 0xad, 0x1680, 0x2003, 0x200b, 0x200e, 0x2028, 0x2029, 0x202e, 0x2066,
                0x3000, 0xfeff, 0xe0041
            })
    void an_invisible_character_becomes_a_blank(int invisible) {
        String text = "one" + Character.toString(invisible) + "two";

        assertThat(redactor.redact(text)).isEqualTo("one two");
        assertThat(redactor.redact(text.replace("one", "\\u0007one"))).isEqualTo("one two");
    }

    @Test
    void an_address_with_an_invisible_character_is_redacted() {
        assertThat(redactor.redact("gr\u200bace@exa\u00admple.org is taken")).isEqualTo("*** is taken");
    }

    @Test
    void a_cut_leaves_no_half_of_a_character() {
        String text = "a".repeat(Redactor.LONGEST - 1) + "\uD83D\uDE00" + "b";

        assertThat(redactor.redact(text)).isEqualTo("a".repeat(Redactor.LONGEST - 1) + "...");
    }

    @Test
    void a_huge_escaped_text_leaves_no_half_of_a_sent_value() {
        String escaped =
                "Ada Lovelace of London".chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());

        assertThat(having("Ada Lovelace of London").redact(escaped.repeat(1000)))
                .doesNotContain("Ada", "London");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    654321      | incomeNum 654321 is too large   | incomeNum *** is too large
                    4711.25     | incomeNum 4711.25 is too large  | incomeNum *** is too large
                    12345       | incomeNum 12345 is too large    | incomeNum 12345 is too large
                    """)
    void sent_numbers_are_redacted_as_sent_texts_of_digits_are(String number, String text, String safe) {
        Json body = Json.parse(("{\"incomeNum\":" + number + "}").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        Request request = new Request("POST", Path.of("/v1/customers"), Body.of(body), ROLE);

        assertThat(new Redactor(ApiKey.of(KEY), request).redact(text)).isEqualTo(safe);
        assertThat(having(number).redact(text)).isEqualTo(safe);
    }

    private static Redactor having(String... texts) {
        Json body = Json.list(Stream.of(texts).map(Json::of).toList());
        return new Redactor(ApiKey.of(KEY), new Request("POST", Path.of("/v1/customers"), Body.of(body), ROLE));
    }
}

package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.operation.JsonText.checked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFormatsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "ada.lovelace+crm@mail.example.co.uk",
                "o'brien@example.org",
                "ada@localhost",
                "Ada@Example.ORG",
                "ädä@exämple.org",
                "!#$%&*/=?^_`{|}~-@example.org"
            })
    void an_address_with_one_at_sign_is_an_e_mail_address(String address) {
        assertThat(checked(RecordFormats.EMAIL, '"' + address + '"')).isEqualTo('"' + address + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@",
                "ada@@example.org",
                "ada@example@org",
                "ada lovelace@example.org",
                "Ada <ada@example.org>",
                "ada@example.org,bob@example.org",
                "ada@example.org;bob@example.org",
                "ada@exam\\nple.org",
                "ada@example.org.",
                "ada@.example.org",
                "ada@example..org",
                "ada@.",
                "mailto:ada@example.org."
            })
    void other_text_is_refused_as_an_e_mail_address(String address) {
        assertThat(checked(RecordFormats.EMAIL, '"' + address + '"')).isEqualTo("!f is not an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0ada@example.org\u00a0",
                "\u200bada@example.org\u200b",
                "\ufeffada@example.org",
                "ada@exam\u00adple.org",
                "\u202aada@example.org\u202c",
                "\u2068ada\u2060@example.org\u2069",
                "mailto:ada@example.org",
                "MAILTO: ada@example.org?subject=Hello",
                "\u200emailto:ada@example.org",
                "[\\\"ada@example.org\\\"]",
                " [ \\\"mailto:ada@example.org\\\" ] "
            })
    void a_copied_address_is_sent_as_the_plain_address(String address) {
        assertThat(checked(RecordFormats.EMAIL, '"' + address + '"')).isEqualTo("\"ada@example.org\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada\u00a0lovelace@example.org",
                "mailto:",
                "mailto:ada",
                "mailto:ada@example.org,bob@example.org",
                "[\\\"ada@example.org\\\",\\\"bob@example.org\\\"]",
                "[]",
                "[ada@example.org]"
            })
    void a_text_with_no_single_address_is_none(String address) {
        assertThat(checked(RecordFormats.EMAIL, '"' + address + '"')).startsWith("!f is not an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202a+1\u2011800\u2011555\u20111212\u202c",
                "\u00a0+1-800-555-1212",
                "\u200e+1-800-555-1212\ufeff"
            })
    void a_number_copied_from_a_contacts_application_has_plain_characters(String number) {
        assertThat(checked(RecordFormats.PHONE, '"' + number + '"'))
                .isEqualTo(checked(RecordFormats.PHONE, "\"+1-800-555-1212\""))
                .doesNotStartWith("!");
    }

    @Test
    void an_e_mail_address_has_at_most_256_characters() {
        String longest = "a".repeat(244) + "@example.org";

        assertThat(checked(RecordFormats.EMAIL, '"' + longest + '"')).isEqualTo('"' + longest + '"');
        assertThat(checked(RecordFormats.EMAIL, "\"a" + longest + '"'))
                .isEqualTo("!f has 257 characters, at most 256 are allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "+18005551212"              | "+18005551212"
                    " +18005551212 "            | "+18005551212"
                    "0018005551212"             | "+18005551212"
                    "+1 (800) 555-1212"         | "+18005551212"
                    "+1.800.555.1212"           | "+18005551212"
                    "(+1) 800 5551212"          | "+18005551212"
                    "(001) 800 5551212"         | "+18005551212"
                    "+49 30/123456-78"          | "+493012345678"
                    "00 49 [30] 123456-78"      | "+493012345678"
                    "+49\u00a030\u2011123456\u201378" | "+493012345678"
                    "\u202a+49 30 123456\u221278\u202c" | "+493012345678"
                    "\uff0b\uff14\uff19 30 12345678" | "+493012345678"
                    "+39 06 12345678"           | "+390612345678"
                    "tel:+49-30-12345678"       | "+493012345678"
                    "\u200eTEL: 0049 30 12345678" | "+493012345678"
                    "whatsapp:+493012345678"    | "+493012345678"
                    "+225 07 12 34 56 78"       | "+2250712345678"
                    """)
    void every_spelling_of_a_phone_number_becomes_e164(String number, String result) {
        assertThat(checked(RecordFormats.PHONE, number)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "+49 30 123456/7"           | has one or two digits after a slash: give one whole number, such as +18005551212
                    "tel:+49-30-123456;ext=7"   | has an extension: give the number without it, such as +18005551212
                    "030 1234567"               | has no country code: write the number with + and its country code, such as +18005551212
                    "18005551212"               | has no country code: write the number with + and its country code, such as +18005551212
                    18005551212                 | has no country code: write the number with + and its country code, such as +18005551212
                    "(800) 555-1212"            | has no country code: write the number with + and its country code, such as +18005551212
                    "(030) 123456"              | has no country code: write the number with + and its country code, such as +18005551212
                    "112"                       | has no country code: write the number with + and its country code, such as +18005551212
                    "800.555.1212 x34"          | has an extension: give the number without it, such as +18005551212
                    "+1 800 555 1212 ext. 3"    | has an extension: give the number without it, such as +18005551212
                    "+49 (0)30 901820 ext 12"   | has an extension: give the number without it, such as +18005551212
                    "+1-800-555-1212;ext=34"    | has an extension: give the number without it, such as +18005551212
                    "+18005551212#34"           | has an extension: give the number without it, such as +18005551212
                    "+49 (0)30 901820"          | has a zero after the country code, which is dialled only inside the country: write +49 30 123456, not +49 (0)30 123456
                    "0049(0) 30 901820"         | has a zero after the country code, which is dialled only inside the country: write +49 30 123456, not +49 (0)30 123456
                    "+49 (030) 901820"          | has a zero after the country code, which is dialled only inside the country: write +49 30 123456, not +49 (0)30 123456
                    "+49 030 901820"            | has a zero after the country code, which is dialled only inside the country: write +49 30 123456, not +49 (0)30 123456
                    "+4930901820 (0)"           | has a zero after the country code, which is dialled only inside the country: write +49 30 123456, not +49 (0)30 123456
                    "+353 01 2345678"           | has a zero after the country code, which is dialled only inside the country: write +49 30 123456, not +49 (0)30 123456
                    "+49"                       | is not a phone number, such as +18005551212
                    "+0301234567"               | is not a phone number, such as +18005551212
                    "00030 1234567"             | is not a phone number, such as +18005551212
                    "+1234567890123456"         | is not a phone number, such as +18005551212
                    """)
    void a_phone_number_that_other_spellings_would_not_find_is_refused(String number, String problem) {
        assertThat(checked(RecordFormats.PHONE, number)).isEqualTo("!f " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\u0661\\u0662\\u0663\"",
                "\"ada\"",
                "\"+1800FLOWERS\"",
                "\"1\"",
                "\"++18005551212\"",
                "\"+18005551212+\"",
                "\"1800,5551212\"",
                "\"1234567890123456789012345678901234567890123\"",
                "-18005551212",
                "1.5e10000"
            })
    void other_values_are_refused_as_a_phone_number(String number) {
        assertThat(checked(RecordFormats.PHONE, number)).isEqualTo("!f is not a phone number, such as +18005551212");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:30:00Z, 2026-01-31T09:30:00.000Z",
        "2026-01-31T09:30:00.123456Z, 2026-01-31T09:30:00.123Z",
        "2026-01-31T09:30Z, 2026-01-31T09:30:00.000Z",
        "2026-02-28T23:59:59.999Z, 2026-02-28T23:59:59.999Z",
        "2024-02-29T00:00:00.000Z, 2024-02-29T00:00:00.000Z",
        "2026-01-31T09:30:00+02:00, 2026-01-31T07:30:00.000Z",
        "2026-01-31T00:30:00+02:00, 2026-01-30T22:30:00.000Z",
        "2026-07-31T09:30:00+02:00[Europe/Berlin], 2026-07-31T07:30:00.000Z",
        "2026-07-31T09:30:00[Europe/Berlin], 2026-07-31T07:30:00.000Z",
        "2026-07-31T09:30:00.123456@Europe/Berlin, 2026-07-31T07:30:00.123Z",
        "2026-01-31, 2026-01-31T00:00:00.000Z",
        "1815-12-10, 1815-12-10T00:00:00.000Z",
        "' 2026-01-31 ', 2026-01-31T00:00:00.000Z",
        "2026-01-31T09:30:00.000+0000, 2026-01-31T09:30:00.000Z",
        "2026-01-31T09:30:00+0100, 2026-01-31T08:30:00.000Z",
        "2026-01-31T09:30:00-0330, 2026-01-31T13:00:00.000Z",
        "2026-01-31T09:30:00+00, 2026-01-31T09:30:00.000Z",
        "2026-01-31T09:30:00-05, 2026-01-31T14:30:00.000Z",
        "2026-01-31T09:30:00\u221205:00, 2026-01-31T14:30:00.000Z",
        "2026-01-31 09:30:00Z, 2026-01-31T09:30:00.000Z",
        "2026-01-31 09:30:00+01:00, 2026-01-31T08:30:00.000Z",
        "2026-01-31 09:30:00.5 +0100, 2026-01-31T08:30:00.500Z",
        "2026-01-31\u00a009:30:00\u202fUTC, 2026-01-31T09:30:00.000Z",
        "2026-01-31 09:30 GMT, 2026-01-31T09:30:00.000Z",
        "2026-01-31t09:30:00z, 2026-01-31T09:30:00.000Z",
        "'2026-01-31T09:30:00,123Z', 2026-01-31T09:30:00.123Z",
        "20260131T093000Z, 2026-01-31T09:30:00.000Z",
        "20260131T093000.250+0100, 2026-01-31T08:30:00.250Z",
        "20260131T0930-0500, 2026-01-31T14:30:00.000Z",
        "20260131, 2026-01-31T00:00:00.000Z",
        "2026-01-31T09Z, 2026-01-31T09:00:00.000Z",
        "2026-01-31Z, 2026-01-31T00:00:00.000Z",
        "2026-01-31+01:00, 2026-01-30T23:00:00.000Z",
        "2026-01-31T09:30:00.123456789012Z, 2026-01-31T09:30:00.123Z",
        "2026-07-31T09:30:00+0200[Europe/Berlin], 2026-07-31T07:30:00.000Z",
        "2026-07-31 09:30@Europe/Berlin, 2026-07-31T07:30:00.000Z"
    })
    void a_point_in_time_is_sent_in_utc_to_the_millisecond(String given, String sent) {
        assertThat(checked(RecordFormats.DATE_TIME, '"' + given + '"')).isEqualTo('"' + sent + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-02-30\"",
                "\"31.01.2026\"",
                "\"2026-01-31T25:00:00Z\"",
                "\"2026-01-31T09:30:00+2500\"",
                "\"2026-01-31T09:30:00+1\"",
                "\"2026-01-31T09:30:00 CET\"",
                "\"2026-01-31T09:30:00Z@Europe/Berlin\"",
                "\"2026-01-31[Europe/Berlin]\"",
                "\"2026-0131\"",
                "\"202601\"",
                "\"31/01/2026 09:30:00Z\"",
                "\"2026-01-31  \u0661\u0662:30:00Z\"",
                "\"2026-13-01T09:30:00.000Z\"",
                "\"2026-02-29T09:30:00.000Z\"",
                "\"2026-01-00T09:30:00.000Z\"",
                "\"2026-01-01T24:00:00.000Z\"",
                "\"2026-01-01T09:60:00.000Z\"",
                "\"2026-01-01T09:30:60.000Z\"",
                "\"2026-01-31T09:30:00[Nowhere/Town]\"",
                "\"2026-01-31T09:30:00@Nowhere/Town\"",
                "\"2026-01-31@Europe/Berlin\"",
                "\"tomorrow\"",
                "\"PT1H\"",
                "1769852000",
                "true",
                "{}",
                "[]"
            })
    void other_values_are_refused_as_a_point_in_time(String given) {
        assertThat(checked(RecordFormats.DATE_TIME, given))
                .isEqualTo("!f is not a date and time, such as 2026-01-31T09:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "mailto:ada%2Btag@example.org" | "ada+tag@example.org"
                    "mailto:ada+tag@example.org"   | "ada+tag@example.org"
                    "mailto:ada%40example.org"     | !f is not an e-mail address
                    "mailto:ada%@example.org"      | "ada%@example.org"
                    "ada%2Btag@example.org"        | "ada%2Btag@example.org"
                    """)
    void an_address_of_a_link_is_decoded(String given, String result) {
        assertThat(checked(RecordFormats.EMAIL, given)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "+1 800 555-1212"    | "+18005551212"
                    "0018005551212"      | "+18005551212"
                    "tel:+18005551212"   | "+18005551212"
                    "whatsapp:+18005551212" | "+18005551212"
                    "80808"              | "80808"
                    "0800 123"           | "0800 123"
                    "ACME"               | "ACME"
                    "+49 (0)30 123456"   | !f has a zero after the country code, which is dialled only inside the country: write +49 30 123456, not +49 (0)30 123456
                    """)
    void a_sender_that_is_an_international_number_becomes_e164(String given, String result) {
        assertThat(checked(RecordFormats.SENDER, given)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "1985-12-10T00:00:00+0100"               | "1985-12-10T00:00:00.000Z"
                    "19851210T233000-05"                     | "1985-12-10T00:00:00.000Z"
                    "1985-12-10T00:00:00@Europe/Berlin"      | "1985-12-10T00:00:00.000Z"
                    "1985-12-10T23:30:00Z"                   | "1985-12-10T23:30:00.000Z"
                    "1985-12-10T00:00:00"                    | "1985-12-10T00:00:00.000Z"
                    "1985-12-10 00:00"                       | "1985-12-10T00:00:00.000Z"
                    "1985-02-30T00:00:00"                    | !f is not a year, month and day, such as 1985-12-10
                    """)
    void a_day_stays_the_same_day_with_an_offset(String given, String result) {
        assertThat(checked(RecordFormats.DAY, given)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-01-31T09:30:00\"", "\"2026-01-31 09:30\"", "\"20260131T093000.5\""})
    void a_point_in_time_without_a_time_zone_is_refused_with_the_remedy(String given) {
        assertThat(checked(RecordFormats.DATE_TIME, given))
                .isEqualTo("!f has no time zone: add Z or an offset, such as 2026-01-31T09:30:00Z");
    }

    @Test
    void a_day_that_is_none_names_the_format_of_a_day() {
        assertThat(checked(RecordFormats.DAY, "\"1985-12-10\"")).isEqualTo("\"1985-12-10T00:00:00.000Z\"");
        assertThat(checked(RecordFormats.DAY, "\"10.12.1985\""))
                .isEqualTo("!f is not a year, month and day, such as 1985-12-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/page?a=b#c",
                "http://example.org:8080",
                "https://exämple.org",
                "HTTPS://example.org?a=b"
            })
    void a_web_address_begins_with_http_or_https(String address) {
        assertThat(checked(RecordFormats.URL, '"' + address + '"')).isEqualTo('"' + address + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"example.org\"",
                "\"mailto:a@b.c\"",
                "\"javascript:alert(1)\"",
                "\"/page\"",
                "\"https://exa mple.org\"",
                "\"https:\"",
                "7",
                "{}"
            })
    void other_values_are_refused_as_a_web_address(String address) {
        assertThat(checked(RecordFormats.URL, address))
                .isEqualTo("!f is not a web address, such as https://example.org/page");
    }

    @Test
    void a_web_address_has_at_most_2048_characters() {
        String longest = "https://example.org/" + "a".repeat(2028);

        assertThat(checked(RecordFormats.URL, '"' + longest + '"')).isEqualTo('"' + longest + '"');
        assertThat(checked(RecordFormats.URL, '"' + longest + "a\"")).startsWith("!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vip", "VIP customer", "a/b_c-d.e<f>", "Übergröße", "x", "2026", "a  b"})
    void a_tag_has_letters_digits_and_some_punctuation(String tag) {
        assertThat(checked(RecordFormats.TAGS, '"' + tag + '"')).isEqualTo("[\"" + tag + "\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#vip", "vip!", "a\\tb", "日本", "a:b", "😀"})
    void other_text_is_refused_as_a_tag(String tag) {
        assertThat(checked(RecordFormats.TAGS, '"' + tag + '"'))
                .isEqualTo("!f is not a tag: letters, digits, blanks inside, and _ / < > - . are allowed");
    }

    @Test
    void a_text_with_commas_has_several_tags() {
        assertThat(checked(RecordFormats.TAGS, "\"a, b c,,a, d \"")).isEqualTo("[\"a\",\"b c\",\"d\"]");
        assertThat(checked(RecordFormats.TAGS, "[\"a,b\"]"))
                .isEqualTo("!f[0] is not a tag: letters, digits, blanks inside, and _ / < > - . are allowed");
    }

    @Test
    void a_text_with_commas_has_several_contacts() {
        assertThat(checked(ContactFormats.EMAILS, "\"ada@example.org, eve@example.org\""))
                .isEqualTo("[{\"email\":\"ada@example.org\"},{\"email\":\"eve@example.org\"}]");
        assertThat(checked(ContactFormats.PHONES, "\"+18005551212,+18005551213\""))
                .isEqualTo("[{\"phone\":\"+18005551212\"},{\"phone\":\"+18005551213\"}]");
        assertThat(checked(ContactFormats.EMAILS, "\"ada@example.org, eve\""))
                .isEqualTo("!f[1] is not an e-mail address");
        assertThat(checked(ContactFormats.EMAILS, "\"[\\\"ada@example.org\\\", \\\"eve@example.org\\\"]\""))
                .isEqualTo("[{\"email\":\"ada@example.org\"},{\"email\":\"eve@example.org\"}]");
    }

    @Test
    void a_web_address_keeps_its_commas() {
        assertThat(checked(ContactFormats.URLS, "\"https://example.org/a,b\""))
                .isEqualTo("[{\"url\":\"https://example.org/a,b\"}]");
    }

    @Test
    void a_letter_of_a_tag_may_be_spelled_with_a_separate_accent() {
        assertThat(checked(RecordFormats.TAGS, "\"Cafe\u0301, Caf\u00e9\"")).isEqualTo("[\"Caf\u00e9\"]");
    }

    @Test
    void the_codes_of_a_place_have_no_blanks_around_them() {
        assertThat(
                        checked(
                                ContactFormats.LOCATIONS,
                                "[{\"countryCode\":\" DE\",\"regionCode\":\"BY\u00a0\",\"zipCode\":\"10115 \",\"areaCode\":\" 030\"}]"))
                .isEqualTo(
                        "[{\"countryCode\":\"DE\",\"regionCode\":\"BY\",\"zipCode\":\"10115\",\"areaCode\":\"030\"}]");
    }

    @Test
    void a_tag_has_at_most_64_characters() {
        assertThat(checked(RecordFormats.TAGS, '"' + "a".repeat(64) + '"')).startsWith("[");
        assertThat(checked(RecordFormats.TAGS, '"' + "a".repeat(65) + '"'))
                .isEqualTo("!f has 65 characters, at most 64 are allowed");
    }

    @Test
    void at_most_20_tags_are_accepted() {
        assertThat(checked(RecordFormats.TAGS, tags(20))).startsWith("[");
        assertThat(checked(RecordFormats.TAGS, tags(21))).isEqualTo("!f has 21 entries, at most 20 are allowed");
    }

    @Test
    void repeated_tags_count_once() {
        String twice = "[" + "\"a\",".repeat(30) + "\"b\"]";

        assertThat(checked(RecordFormats.TAGS, twice)).isEqualTo("[\"a\",\"b\"]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    planStr      | "gold"                  | "gold"
                    planStr      | 7                       | "7"
                    notesTxt     | "long"                  | "long"
                    seatsNum     | 12.5                    | 12.5
                    renewedAt    | "2026-01-31"            | "2026-01-31T00:00:00.000Z"
                    activeBool   | false                   | false
                    seatsNum     | "42"                    | 42
                    seatsNum     | " 12.50 "               | 12.50
                    activeBool   | "true"                  | true
                    activeBool   | "False"                 | false
                    homeUrl      | "https://example.org"   | "https://example.org"
                    accountId    | "5f1"                   | "5f1"
                    accountId    | 42                      | "42"
                    """)
    void the_suffix_of_a_custom_attribute_selects_its_format(String name, String value, String sent) {
        assertThat(checked(RecordFormats.CUSTOM, "{\"%s\":%s}".formatted(name, value)))
                .isEqualTo("{\"%s\":%s}".formatted(name, sent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    planStr     | true          | must be text
                    planStr     | ["a"]         | must be text
                    notesTxt    | {}            | must be text
                    seatsNum    | "twelve"      | must be a number
                    seatsNum    | true          | must be a number
                    renewedAt   | "soon"        | is not a date and time, such as 2026-01-31T09:30:00Z
                    activeBool  | "yes"         | must be true or false
                    activeBool  | 1             | must be true or false
                    homeUrl     | "example.org" | is not a web address, such as https://example.org/page
                    accountId   | true          | must be text
                    plan        | "gold"        | does not end in Str, Txt, Num, At, Bool, Url or Id, as custom attributes do
                    planstr     | "gold"        | does not end in Str, Txt, Num, At, Bool, Url or Id, as custom attributes do
                    Str         | "gold"        | does not end in Str, Txt, Num, At, Bool, Url or Id, as custom attributes do
                    """)
    void a_custom_attribute_that_does_not_fit_its_suffix_is_refused(String name, String value, String problem) {
        assertThat(checked(RecordFormats.CUSTOM, "{\"%s\":%s}".formatted(name, value)))
                .isEqualTo("!f." + name + " " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"planStr", "seatsNum", "renewedAt", "activeBool", "homeUrl", "accountId"})
    void a_blank_custom_attribute_is_not_sent(String name) {
        assertThat(checked(RecordFormats.CUSTOM, "{\"%s\":null}".formatted(name)))
                .isEqualTo("{}");
        assertThat(checked(RecordFormats.CUSTOM, "{\"%s\":\" \"}".formatted(name)))
                .isEqualTo("{}");
    }

    @Test
    void a_message_does_not_contain_a_name_that_may_be_personal() {
        assertThat(checked(RecordFormats.CUSTOM, "{\"ada@example.org\":1}"))
                .isEqualTo("!f.*** does not end in Str, Txt, Num, At, Bool, Url or Id, as custom attributes do");
    }

    @Test
    void a_custom_str_has_at_most_1024_characters_and_a_txt_any_number() {
        String longText = "a".repeat(1025);

        assertThat(checked(RecordFormats.CUSTOM, "{\"aStr\":\"" + longText + "\"}"))
                .isEqualTo("!f.aStr has 1025 characters, at most 1024 are allowed");
        assertThat(checked(RecordFormats.CUSTOM, "{\"aTxt\":\"" + longText + "\"}"))
                .startsWith("{");
    }

    @Test
    void at_most_100_custom_attributes_are_accepted() {
        assertThat(checked(RecordFormats.CUSTOM, attributes(100))).startsWith("{");
        assertThat(checked(RecordFormats.CUSTOM, attributes(101)))
                .isEqualTo("!f has 101 attributes, at most 100 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"gold\"", "[]", "7"})
    void custom_attributes_must_be_an_object(String value) {
        assertThat(checked(RecordFormats.CUSTOM, value)).isEqualTo("!f must be an object such as {planStr: \"gold\"}");
    }

    private static String tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"t" + i + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static String attributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"a" + i + "Num\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }
}

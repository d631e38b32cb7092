package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.operation.JsonText.checked;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One identifier in two spellings, or once alone and once with a type, is one entry. */
class DistinctFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ["bob@example.org","BOB@example.org"]                         | [{"email":"BOB@example.org"}]
                    [{"email":"bob@example.org","type":"home"},"Bob@Example.org"] | [{"email":"Bob@Example.org","type":"home"}]
                    ["bob@example.org","eve@example.org","bob@example.org"]       | [{"email":"bob@example.org"},{"email":"eve@example.org"}]
                    [{"email":"a@b.org","verified":true},{"email":"a@b.org"}]     | [{"email":"a@b.org","verified":true}]
                    """)
    void an_address_is_one_entry(String given, String sent) {
        assertThat(checked(ContactFormats.EMAILS, given)).isEqualTo(sent);
    }

    @Test
    void a_number_is_one_entry() {
        assertThat(checked(
                        ContactFormats.PHONES,
                        "[\"+1 800 555 1212\", {\"phone\":\"0018005551212\",\"type\":\"work\"}]"))
                .isEqualTo("[{\"phone\":\"+18005551212\",\"type\":\"work\"}]");
    }

    @Test
    void one_name_in_two_networks_is_two_profiles() {
        String two = "[{\"type\":\"twitter\",\"username\":\"ada\"},{\"type\":\"facebook\",\"username\":\"ada\"}]";

        assertThat(checked(ContactFormats.SOCIALS, two)).isEqualTo(two);
    }

    @Test
    void a_wrong_entry_is_named_by_its_place_in_the_given_list() {
        assertThat(checked(ContactFormats.EMAILS, "[\"a@b.org\",\"A@b.org\",\"x\"]"))
                .isEqualTo("!f[2] is not an e-mail address");
    }
}

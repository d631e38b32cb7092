package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.operation.JsonText.checked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message names each wrong value of an input, not only the first one. */
class ProblemsTest {

    @Test
    void a_message_names_each_wrong_custom_attribute() {
        String attributes = "{\"aStr\": \"x\", \"bNum\": \"1,5\", \"cBool\": \"yes\", \"dAt\": \"2026-01-31T10:00\"}";

        assertThat(checked(RecordFormats.CUSTOM, attributes))
                .isEqualTo(
                        "!f.bNum must be a number; f.cBool must be true or false; f.dAt has no time zone: add Z or an"
                                + " offset, such as 2026-01-31T09:30:00Z");
    }

    @Test
    void a_message_names_each_wrong_entry_of_a_list_and_each_wrong_part_of_an_entry() {
        String emails = "[\"ada\", \"ada@example.org\", {\"type\": \"private\", \"verified\": \"yes\"}]";

        assertThat(checked(ContactFormats.EMAILS, emails))
                .isEqualTo(
                        "!f[0] is not an e-mail address; f[2].type is not one of home, work, other; f[2].verified must"
                                + " be true or false; f[2].email is missing");
    }

    @ParameterizedTest
    @CsvSource({"12, 2 more values of f are wrong", "11, 1 more value of f is wrong"})
    void a_message_names_at_most_ten_of_them(int wrong, String more) {
        String attributes = IntStream.range(0, wrong)
                .mapToObj(number -> "\"a" + number + "Num\": \"x\"")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(checked(RecordFormats.CUSTOM, attributes))
                .contains("f.a9Num must be a number; " + more)
                .doesNotContain("a10Num");
    }
}

package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class AsciiCodeTest {

    private static final Pattern CODE = Pattern.compile("0[xX](?:00)?[0-7][0-9a-fA-F]|1?[0-9]{2}");

    @Property
    void is_the_same_as_the_regular_expression(
            @ForAll
                    @Chars({'0', '0', '0', 'x', 'x', 'X', '1', '1', '7', '8', '9', 'a', 'F', 'g'})
                    @StringLength(max = 7)
                    String text) {
        assertThat(AsciiCode.isBetween("+" + text + "+", 1, 1 + text.length()))
                .isEqualTo(CODE.matcher(text).matches());
    }

    @Property
    void is_found_in_hexadecimal_with_two_bytes(
            @ForAll @Chars({'0', '1', '7', '8', 'a', 'F'}) @StringLength(2) String digits) {
        assertThat(AsciiCode.isBetween("0x00" + digits, 0, 6))
                .isEqualTo(CODE.matcher("0x00" + digits).matches());
    }
}

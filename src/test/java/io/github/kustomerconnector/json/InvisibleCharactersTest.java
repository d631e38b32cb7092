package io.github.kustomerconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharactersTest {

    static IntStream zeroWidth() {
        return IntStream.concat(
                        IntStream.of(
                                0, 0x08, 0x1B, 0x7F, 0x80, 0x9F, 0x00AD, 0x034F, 0x061C, 0x180E, 0x2060, 0xFEFF,
                                0xE0020),
                        IntStream.concat(
                                IntStream.rangeClosed(0x200B, 0x200F),
                                IntStream.concat(
                                        IntStream.rangeClosed(0x202A, 0x202E), IntStream.rangeClosed(0x2061, 0x206F))))
                .filter(point -> point != 0x2065);
    }

    static IntStream blanks() {
        return IntStream.concat(
                IntStream.of(0x0085, 0x00A0, 0x1680, 0x202F, 0x205F, 0x2800, 0x3000, 0x3164, 0xFFA0),
                IntStream.rangeClosed(0x2000, 0x200A));
    }

    @ParameterizedTest
    @MethodSource("zeroWidth")
    void zero_width_characters_are_removed_everywhere(int point) {
        String unseen = Character.toString(point);

        assertThat(InvisibleCharacters.normalized(unseen + "a" + unseen + "b" + unseen))
                .isEqualTo("ab");
        assertThat(InvisibleCharacters.isBlank(unseen)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("blanks")
    void special_blanks_become_plain_ones_and_are_cut_at_the_ends(int point) {
        String blank = Character.toString(point);

        assertThat(InvisibleCharacters.normalized(blank + "a" + blank + "b" + blank))
                .isEqualTo("a b");
        assertThat(InvisibleCharacters.isBlank(blank)).isTrue();
    }

    @Test
    void hyphens_become_plain_ones_and_dashes_stay() {
        assertThat(InvisibleCharacters.normalized("1\u20102\u20113\u20134")).isEqualTo("1-2-3\u20134");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e4", "\u65e5\u672c", "a\tb", "-", "0"})
    void visible_text_stays(String text) {
        assertThat(InvisibleCharacters.normalized(text)).isEqualTo(text);
        assertThat(InvisibleCharacters.isBlank(text)).isFalse();
    }

    @Property
    void normalizing_twice_changes_nothing_more(@ForAll String text) {
        String once = InvisibleCharacters.normalized(text);

        assertThat(InvisibleCharacters.normalized(once)).isEqualTo(once);
    }
}

package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortRunsTest {

    @Property(tries = 500)
    void no_n_gram_is_excluded(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 40, max = 60) String searched,
            @ForAll @IntRange(min = 8, max = 12) int size,
            @ForAll @IntRange(max = 28) int start,
            @ForAll @AlphaChars @NumericChars @Chars({' ', 'é', '한'}) @StringLength(max = 20) String other) {
        ShortRuns runs = new ShortRuns(size, List.of("first", searched));
        String gram = searched.substring(start, start + size);

        assertThat(runs.mayOccurIn(gram)).isTrue();
        assertThat(runs.mayOccurIn(other + gram + other)).isTrue();
        assertThat(runs.mayOccurIn(other + gram.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(runs.mayOccurIn(other + String.join("-", gram.split("")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "2026-01-01T12:00:00.000Z", "0000000000000000", "ada.lovelace@example.org"})
    void an_ordinary_text_is_excluded(String text) {
        ShortRuns runs = new ShortRuns(10, List.of("0123-the-key-that-is-searched-for"));

        assertThat(runs.mayOccurIn(text)).isFalse();
    }

    @Test
    void a_text_that_is_shorter_than_a_run_adds_none() {
        assertThat(new ShortRuns(8, List.of("0000", "")).mayOccurIn("00000000")).isFalse();
    }
}

package io.github.kustomerconnector.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.abc_DEF-123";

    @Test
    void authorizes_as_a_bearer_token() {
        assertThat(ApiKey.of(TOKEN).authorization()).isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void its_text_does_not_contain_the_token() {
        assertThat(ApiKey.of(TOKEN)).hasToString("ApiKey[***]");
    }

    @Test
    void a_missing_key_is_refused_with_a_remedy() {
        assertThatThrownBy(() -> ApiKey.of(null))
                .hasMessage("authentication.apiKey is empty: store the key as a connector secret and refer to it");
    }

    @Test
    void blanks_and_line_ends_around_it_are_removed() {
        assertThat(ApiKey.of(" \t" + TOKEN + "\r\n").authorization()).isEqualTo("Bearer " + TOKEN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\r\n", "\u2003"})
    void a_missing_or_blank_key_is_refused(String value) {
        assertThatThrownBy(() -> ApiKey.of(value))
                .isInstanceOf(KustomerException.class)
                .hasMessage("authentication.apiKey is empty: store the key as a connector secret and refer to it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc\r\nX-Injected: yes",
                "abc\nX-Injected: yes",
                "abc\rdef",
                "abc def",
                "Bearer abc",
                "abc\u0000",
                "abc\u007F",
                "abc\tdef",
                "schlüssel",
                "abc\u2028def"
            })
    void a_key_that_is_no_header_value_is_refused_without_showing_it(String value) {
        assertThatThrownBy(() -> ApiKey.of(value))
                .isInstanceOf(KustomerException.class)
                .hasMessage("authentication.apiKey has blanks or characters that are not allowed in a token")
                .extracting(e -> ((KustomerException) e).failure())
                .isInstanceOf(Failure.InvalidInput.class);
    }

    @Test
    void its_words_do_not_hold_it() {
        assertThat(ApiKey.of(TOKEN)).hasToString("ApiKey[***]");
    }

    @Test
    void keys_with_the_same_value_are_equal() {
        assertThat(ApiKey.of(TOKEN)).isEqualTo(ApiKey.of(" " + TOKEN)).hasSameHashCodeAs(ApiKey.of(TOKEN));
        assertThat(ApiKey.of(TOKEN)).isNotEqualTo(ApiKey.of("other"));
    }

    @Test
    void is_found_in_text_and_removed() {
        ApiKey key = ApiKey.of(TOKEN);

        assertThat(key.isIn("x" + TOKEN + "y")).isTrue();
        assertThat(key.isIn(Body.of(Json.of("x" + TOKEN + "y")))).isTrue();
        assertThat(masked(key, TOKEN + " and " + TOKEN)).isEqualTo("*** and ***");
    }

    @Test
    void is_not_found_in_text_without_it() {
        ApiKey key = ApiKey.of(TOKEN);

        assertThat(key.isIn("eyJhbGciOiJIUzI1NiJ9")).isFalse();
        assertThat(key.isIn(Body.EMPTY)).isFalse();
    }

    /** A search has 30,000 texts and field names. Each is searched. */
    @Test
    void the_search_of_an_ordinary_text_allocates_nothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String[] texts = {"conversationCounts", "2026-01-01T12:00:00.000Z", "17, 18, 19", "Zoë", ""};
        ApiKey key = ApiKey.of(TOKEN);
        assertThat(texts).noneMatch(key::occursIn);

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            for (String text : texts) {
                key.occursIn(text);
            }
        }

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000);
    }

    @Test
    void another_jwt_in_a_record_stays_whole() {
        ApiKey key = ApiKey.of("eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJhY21lIn0.not-a-signature");
        String other = "eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJhY21lIn0.another-signing";

        assertThat(key.removeFromRecord("token " + other)).isEqualTo("token " + other);
        assertThat(masked(key, "token " + other)).doesNotContain("eyJhbGciOiJIUzI1NiJ9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJhY21lIn0.not-a-signature",
                "eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJhY21lIn0.not-a-signatur",
                "xeyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJhY21lIn0.not-a-signaturex",
                "bGciOiJIUzI1NiJ9.eyJvcmciOi",
                "n o t - a - s i g n a t u r e",
                "bm90LWEtc2lnbmF0dXJl",
                "6e6f742d612d7369676e6174757265",
                "%6e%6f%74%2d%61%2d%73%69%67%6e%61%74%75%72%65"
            })
    void the_key_and_its_parts_are_removed_from_a_record(String part) {
        ApiKey key = ApiKey.of("eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJhY21lIn0.not-a-signature");

        assertThat(key.occursIn("is " + part)).isTrue();
        assertThat(key.removeFromRecord("is " + part)).matches("is x?%?\\*\\*\\*x?");
    }

    @Property(tries = 200)
    void each_part_of_twelve_characters_is_found(
            @ForAll
                    @StringLength(min = 40, max = 300)
                    @CharRange(from = 'A', to = 'Z')
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = '0', to = '9')
                    @Chars({'-', '_'})
                    String token,
            @ForAll @IntRange(max = 28) int start) {
        String part = token.substring(start, start + 12);
        ApiKey key = ApiKey.of(token);
        Assume.that(part.chars().filter(Character::isLetterOrDigit).count() >= 8);

        assertThat(key.occursIn(part)).isTrue();
        assertThat(key.occursIn(String.join(" ", part.split("")))).isTrue();
        assertThat(masked(key, "(" + part + ")")).matches("\\([-_]*\\*\\*\\*[-_]*\\)");
    }

    @Property(tries = 200)
    void each_part_of_an_encoded_key_is_found_after_another_text(
            @ForAll @StringLength(min = 40, max = 300) @AlphaChars @NumericChars @Chars({'-', '_'}) String token,
            @ForAll @StringLength(max = 30) @AlphaChars @NumericChars @Chars(' ') String before,
            @ForAll @IntRange(max = 28) int start) {
        byte[] bytes = token.getBytes(US_ASCII);
        ApiKey key = ApiKey.of(token);

        for (String encoded : List.of(
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(("x" + token).getBytes(US_ASCII)))) {
            // Without the characters that also encode a neighbour.
            String part = encoded.substring(start + 2, start + 14);
            Assume.that(part.chars().allMatch(Character::isLetterOrDigit));

            assertThat(key.occursIn(before + " " + part)).isTrue();
            assertThat(key.occursIn(before + part)).isTrue();
        }
    }

    @Test
    void a_short_key_is_found_as_a_whole_only() {
        assertThat(masked(ApiKey.of("reader"), "the reader reads")).isEqualTo("the *** reads");
    }

    private static String masked(ApiKey key, String text) {
        return Mask.over(text, key.matchesIn(text));
    }
}

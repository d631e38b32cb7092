package io.github.kustomerconnector.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTextsTest {

    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJhY21lIn0.not-a-signature-of-any-key";
    private static final ApiKey KEY = ApiKey.of(TOKEN);

    private static final Map<String, UnaryOperator<String>> ENCODINGS = Map.of(
            "base64", text -> base64(text.getBytes(UTF_8)),
            "base64url", text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)),
            "base64 after a byte", text -> base64(("x" + text).getBytes(UTF_8)),
            "base64 after two bytes", text -> base64(("xy" + text).getBytes(UTF_8)),
            "base64 of UTF-16LE", text -> base64(text.getBytes(UTF_16LE)),
            "base64 of UTF-16BE", text -> base64(text.getBytes(UTF_16BE)),
            "hex", text -> HexFormat.of().formatHex(text.getBytes(UTF_8)),
            "upper hex", text -> HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8)),
            "hex of UTF-16BE", text -> HexFormat.of().formatHex(text.getBytes(UTF_16BE)),
            "hex of UTF-16LE", text -> HexFormat.of().formatHex(text.getBytes(UTF_16LE)));

    static Stream<List<String>> pairs() {
        return ENCODINGS.keySet().stream()
                .sorted()
                .flatMap(inner -> ENCODINGS.keySet().stream().sorted().map(outer -> List.of(inner, outer)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_part_that_is_encoded_twice_is_removed(List<String> pair) {
        String part = TOKEN.substring(8, 60);
        String encoded = encoded(pair.getLast(), encoded(pair.getFirst(), part));

        assertThat(KEY.occursIn("is " + encoded)).isTrue();
        assertThat(KEY.removeFromRecord("is " + encoded)).matches("is \\*\\*\\*=*");
    }

    @Test
    void a_part_that_is_encoded_three_times_is_removed() {
        String encoded =
                base64(base64(base64(TOKEN.getBytes(UTF_8)).getBytes(UTF_8)).getBytes(UTF_8));

        assertThat(KEY.removeFromRecord("is " + encoded)).matches("is \\*\\*\\*=*");
    }

    @Test
    void a_list_of_character_codes_is_removed() {
        String part = TOKEN.substring(10, 40);

        assertThat(List.of(
                        codes(part, "0x%02x", ","),
                        codes(part, "0x%02X", ", "),
                        codes(part, "0x%04x", " "),
                        codes(part, "'0x%02x'", ","),
                        codes(part, "%d", ","),
                        codes(part, "%d", ", "),
                        codes(part, "%d", "\n")))
                .allSatisfy(list -> {
                    assertThat(KEY.occursIn("is [" + list + "]")).isTrue();
                    assertThat(KEY.removeFromRecord("is [" + list + "]")).matches("is \\['?\\*\\*\\*'?]");
                });
    }

    @Test
    void spaced_hex_digits_of_utf_16_are_removed() {
        String hex = HexFormat.ofDelimiter(" ").formatHex(TOKEN.getBytes(UTF_16BE));

        assertThat(KEY.removeFromRecord("is " + hex)).matches("is [ 0]*\\*\\*\\*[ 0]*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5f9f1a2b3c4d5e6f7a8b9c0d5f9f1a2b3c4d5e6f7a8b9c0d",
                "https://example.org/a/rather/long/path/that-has-no-key/in/it",
                "bm90aGluZyB0byBmaW5kIGhlcmUsIG9ubHkgYSBzZW50ZW5jZQ==",
                "10, 20, 30, 40, 50, 60, 70, 80, 90, 91, 92, 93, 94, 95",
                "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
            })
    void other_texts_stay(String text) {
        assertThat(KEY.occursIn(text)).isFalse();
        assertThat(KEY.removeFromRecord(text)).isEqualTo(text);
    }

    @Test
    void a_large_encoded_file_is_searched_in_linear_time() {
        byte[] file = new byte[1_500_000];
        new Random(7).nextBytes(file);
        String text = base64(file);
        long start = System.nanoTime();

        assertThat(KEY.occursIn(text)).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static String encoded(String encoding, String text) {
        return Objects.requireNonNull(ENCODINGS.get(encoding)).apply(text);
    }

    private static String codes(String text, String format, String between) {
        return text.chars()
                .mapToObj(character -> String.format(Locale.ROOT, format, character))
                .collect(Collectors.joining(between));
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getEncoder().encode(bytes), US_ASCII);
    }
}

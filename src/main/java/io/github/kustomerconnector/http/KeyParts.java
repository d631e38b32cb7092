package io.github.kustomerconnector.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Searches texts for parts of a key with {@value #SHORTEST} characters or more: plain, as base64, as hex digits or
 * percent-encoded. Only letters and digits count, so it also finds a part whose characters are spaced out. Ignores
 * case. It finds longer parts also as {@link EncodedTexts}.
 */
final class KeyParts {

    static final int SHORTEST = 12;

    /** A part with fewer letters and digits is not searched for, because it could be equal to ordinary text. */
    private static final int FEWEST = 8;

    private final ShortRuns runs;
    private final NGrams plain;
    private final NGrams encoded;
    private final EncodedTexts layered;

    /** @param key plain ASCII */
    KeyParts(String key) {
        int shortest = lettersAndDigitsOfAPart(key);
        List<String> encodings = encodings(key);
        runs = new ShortRuns(
                shortest, Stream.concat(Stream.of(key), encodings.stream()).toList());
        plain = new NGrams(shortest, List.of(key));
        encoded = new NGrams(SHORTEST, encodings);
        layered = new EncodedTexts(this::occurUnlayered);
    }

    private static List<String> encodings(String key) {
        byte[] bytes = key.getBytes(US_ASCII);
        return List.of(
                HexFormat.of().formatHex(bytes),
                HexFormat.of().formatHex(key.getBytes(UTF_16BE)),
                base64(bytes, 0),
                base64(bytes, 1),
                base64(bytes, 2));
    }

    /** The characters of {@code text} that belong to a part. */
    BitSet matchesIn(String text) {
        BitSet matches = plain.matchesIn(text);
        matches.or(encoded.matchesIn(text));
        matches.or(layered.matchesIn(text));
        return matches;
    }

    /** Whether {@code text} contains a part. */
    boolean occurIn(String text) {
        return occurUnlayered(text) || layered.occurIn(text);
    }

    private boolean occurUnlayered(String text) {
        return runs.mayOccurIn(text) && (plain.occurIn(text) || encoded.occurIn(text));
    }

    /** The fewest letters and digits in a part of the shortest length. */
    private static int lettersAndDigitsOfAPart(String key) {
        int fewest = IntStream.rangeClosed(0, key.length() - SHORTEST)
                .map(start -> (int) key.substring(start, start + SHORTEST)
                        .chars()
                        .filter(Character::isLetterOrDigit)
                        .count())
                .min()
                .orElse(SHORTEST);
        return Math.max(FEWEST, fewest);
    }

    /**
     * The base64 of the key after {@code before} other bytes, without the characters at both ends that also encode
     * neighbours.
     */
    private static String base64(byte[] key, int before) {
        byte[] placed = new byte[before + key.length];
        System.arraycopy(key, 0, placed, before, key.length);
        byte[] encoded = Base64.getEncoder().withoutPadding().encode(placed);
        int start = before == 0 ? 0 : before + 1;
        int end = placed.length % 3 == 0 ? encoded.length : encoded.length - 1;
        return new String(Arrays.copyOfRange(encoded, start, Math.max(start, end)), US_ASCII);
    }
}

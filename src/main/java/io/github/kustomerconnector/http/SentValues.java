package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.ErrorBody;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonTexts;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of a request that an answer may repeat: the texts and numbers of its body and the values in its path.
 * Ignores case and accents. Finds a longer value also with other blanks and punctuation, and the words of a value also
 * in another order.
 */
final class SentValues {

    /** The number of characters that are compared, from the start of a value. */
    static final int LONGEST = 4096;

    /** The shortest value that is searched for, because shorter ones occur in ordinary words. */
    private static final int SHORTEST = 3;

    /** The fewest letters and digits that identify a value without its blanks and punctuation. */
    private static final int FEWEST_LETTERS_AND_DIGITS = 6;

    /** The most words that are searched for in any order, because many words are an ordinary sentence. */
    private static final int MOST_WORDS = 8;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Short numbers and booleans, which are not personal. */
    private static final Pattern NOT_PERSONAL = Pattern.compile("\\d{1,5}|true|false");

    /** Kustomer's error codes in both error shapes ("Errors", developer.kustomer.com). */
    private static final Set<String> CODES = Set.of("""
            badparam bad_request unauthorized forbidden notfound not_found methodnotallowed method_not_allowed conflict duplicate
            toolarge payload_too_large unsupportedmediatype unsupported_media_type toomanyrequests too_many_requests\
            """.split("\\s+"));

    private final Set<String> values;
    /** The letters and digits of each value that has enough of them. */
    private final Set<String> lettersAndDigits;
    /** The words of each value that has several. */
    private final Set<Set<String>> words;
    /** Field names of the request, and Kustomer's own names. */
    private final Set<String> names;

    private SentValues(Set<String> values, Set<String> names) {
        this.values = values;
        this.lettersAndDigits = values.stream()
                .map(value -> FilteredText.ofLettersAndDigits(value).text())
                .filter(value -> value.length() >= FEWEST_LETTERS_AND_DIGITS)
                .collect(Collectors.toUnmodifiableSet());
        this.words = values.stream()
                .map(value -> Set.of(NO_WORD.splitAsStream(value)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_WORDS + 1L)
                        .toArray(String[]::new)))
                .filter(found -> found.size() > 1 && found.size() <= MOST_WORDS)
                .collect(Collectors.toUnmodifiableSet());
        this.names = names;
    }

    static SentValues of(Request request) {
        Json body = Optional.ofNullable(request.body()).flatMap(Body::json).orElse(Json.NULL);
        return new SentValues(values(request.path(), body), names(body));
    }

    private static Set<String> values(Path path, Json body) {
        return Stream.of(path.values(), JsonTexts.texts(body), JsonTexts.numbers(body))
                .flatMap(Collection::stream)
                .filter(value -> value.length() >= SHORTEST)
                .filter(value -> !NOT_PERSONAL.matcher(value).matches())
                .map(SentValues::start)
                .map(value -> folded(start(Normalizer.normalize(value, Normalizer.Form.NFKC))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String start(String value) {
        return value.substring(0, Math.min(value.length(), LONGEST));
    }

    private static Set<String> names(Json body) {
        return Stream.of(JsonTexts.names(body), ErrorBody.IDENTIFIERS, CODES)
                .flatMap(Collection::stream)
                .map(SentValues::folded)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The characters of {@code text} that belong to a value. It searches the text once per value, so the text must be
     * short.
     */
    BitSet matchesIn(String text) {
        BitSet matches = new BitSet(text.length());
        String folded = folded(text);
        markAll(values, folded, matches::set);
        FilteredText filtered = FilteredText.ofLettersAndDigits(folded);
        markAll(lettersAndDigits, filtered.text(), (start, end) -> filtered.mark(matches, start, end));
        markWords(folded, matches);
        return matches;
    }

    private interface Mark {
        void set(int start, int end);
    }

    private static void markAll(Set<String> values, String text, Mark mark) {
        for (String value : values) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                mark.set(at, at + value.length());
            }
        }
    }

    /** Marks the words of each value whose words all occur. */
    private void markWords(String text, BitSet matches) {
        Set<String> inText = NO_WORD.splitAsStream(text).collect(Collectors.toSet());
        Set<String> found =
                words.stream().filter(inText::containsAll).flatMap(Set::stream).collect(Collectors.toSet());
        for (Matcher word = WORD.matcher(text); word.find() && !found.isEmpty(); ) {
            if (found.contains(word.group())) {
                matches.set(word.start(), word.end());
            }
        }
    }

    /** Whether {@code name} contains a value. Names of sent fields and Kustomer's own names do not count as values. */
    boolean occurInName(String name) {
        String folded = folded(name);
        return !names.contains(folded)
                && values.stream().anyMatch(value -> folded.contains(value) && !names.contains(value));
    }

    /**
     * Folds case as {@link String#equalsIgnoreCase} does, and removes accents. Unlike {@link String#toLowerCase()}, it
     * keeps the length.
     */
    private static String folded(String text) {
        char[] folded = text.toCharArray();
        for (int at = 0; at < folded.length; at++) {
            folded[at] = Character.toLowerCase(Character.toUpperCase(withoutAccent(folded[at])));
        }
        return new String(folded);
    }

    /** Only of alphabets with accents. The parts of a Korean syllable, for example, are no accents. */
    private static char withoutAccent(char c) {
        boolean mayHaveAccent = (c >= '\u00C0' && c < '\u0530') || (c >= '\u1E00' && c < '\u2000');
        return mayHaveAccent
                ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0)
                : c;
    }
}

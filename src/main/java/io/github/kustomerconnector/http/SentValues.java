package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of a request that an answer may repeat: the texts of its body and the values in its path. Ignores case.
 */
final class SentValues {

    /** The number of characters that are compared, from the start of a value. */
    static final int LONGEST = 4096;

    /** The shortest value that is searched for, because shorter ones occur in ordinary words. */
    private static final int SHORTEST = 3;

    /** Short numbers and booleans, which are not personal. */
    private static final Pattern NOT_PERSONAL = Pattern.compile("\\d{1,5}|true|false");

    /** Kustomer's error codes in both error shapes ("Errors", developer.kustomer.com). */
    private static final Set<String> CODES = Set.of("""
            badparam bad_request unauthorized forbidden notfound not_found methodnotallowed method_not_allowed conflict duplicate
            toolarge payload_too_large unsupportedmediatype unsupported_media_type toomanyrequests too_many_requests\
            """.split("\\s+"));

    private final Set<String> values;
    /** Field names of the request, and Kustomer's own names. */
    private final Set<String> names;

    private SentValues(Set<String> values, Set<String> names) {
        this.values = values;
        this.names = names;
    }

    static SentValues of(Request request) {
        Json body = Optional.ofNullable(request.body()).flatMap(Body::json).orElse(Json.NULL);
        return new SentValues(values(request.path(), body), names(body));
    }

    private static Set<String> values(Path path, Json body) {
        return Stream.concat(path.values().stream(), body.texts().stream())
                .filter(value -> value.length() >= SHORTEST)
                .filter(value -> !NOT_PERSONAL.matcher(value).matches())
                .map(value -> folded(value.substring(0, Math.min(value.length(), LONGEST))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(Json body) {
        return Stream.of(body.names(), ReplyReader.IDENTIFIERS, CODES)
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
        for (String value : values) {
            for (int at = folded.indexOf(value); at >= 0; at = folded.indexOf(value, at + 1)) {
                matches.set(at, at + value.length());
            }
        }
        return matches;
    }

    /** Whether {@code name} contains a value. Names of sent fields and Kustomer's own names do not count as values. */
    boolean occurInName(String name) {
        String folded = folded(name);
        return !names.contains(folded)
                && values.stream().anyMatch(value -> folded.contains(value) && !names.contains(value));
    }

    /**
     * Folds case as {@link String#equalsIgnoreCase} does. Unlike {@link String#toLowerCase()}, it keeps the length.
     */
    private static String folded(String text) {
        char[] folded = text.toCharArray();
        for (int at = 0; at < folded.length; at++) {
            folded[at] = Character.toLowerCase(Character.toUpperCase(folded[at]));
        }
        return new String(folded);
    }
}

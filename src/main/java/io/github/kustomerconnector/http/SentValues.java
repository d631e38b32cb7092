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

/** What a request says that an answer may repeat: the texts of its body and the values in its path. Case does not count. */
final class SentValues {

    /** Of a longer value, the beginning stands for all of it. */
    static final int LONGEST = 4096;

    /** A shorter value is not looked for: it would tear holes into words. */
    private static final int SHORTEST = 3;

    /** Page numbers and switches tell nothing of anybody. */
    private static final Pattern PLAIN = Pattern.compile("\\d{1,5}|true|false");

    /** Kustomer's codes in either of its error shapes ("Errors", developer.kustomer.com). */
    private static final Set<String> CODES = Set.of("""
            badparam bad_request unauthorized forbidden notfound not_found methodnotallowed method_not_allowed conflict duplicate
            toolarge payload_too_large unsupportedmediatype unsupported_media_type toomanyrequests too_many_requests\
            """.split("\\s+"));

    private final Set<String> values;
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
                .filter(value -> !PLAIN.matcher(value).matches())
                .map(value -> folded(value.substring(0, Math.min(value.length(), LONGEST))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(Json body) {
        return Stream.of(body.names(), ReplyReader.IDENTIFIERS, CODES)
                .flatMap(Collection::stream)
                .map(SentValues::folded)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Which characters of {@code text} belong to a value. Goes through the text once for each value: it must be short. */
    BitSet in(String text) {
        BitSet said = new BitSet(text.length());
        String folded = folded(text);
        for (String value : values) {
            for (int at = folded.indexOf(value); at >= 0; at = folded.indexOf(value, at + 1)) {
                said.set(at, at + value.length());
            }
        }
        return said;
    }

    /** Whether {@code name} says a value. The fields that were sent and Kustomer's own words are names, whatever was sent. */
    boolean areIn(String name) {
        String folded = folded(name);
        return !names.contains(folded)
                && values.stream().anyMatch(value -> folded.contains(value) && !names.contains(value));
    }

    /** As {@link String#equalsIgnoreCase} compares; one character stays one, unlike with {@link String#toLowerCase()}. */
    private static String folded(String text) {
        char[] folded = text.toCharArray();
        for (int at = 0; at < folded.length; at++) {
            folded[at] = Character.toLowerCase(Character.toUpperCase(folded[at]));
        }
        return new String(folded);
    }
}

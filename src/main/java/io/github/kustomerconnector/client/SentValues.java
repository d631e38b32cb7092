package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;
import java.util.BitSet;
import java.util.List;
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

    private final Set<String> values;

    private SentValues(Set<String> values) {
        this.values = values;
    }

    static SentValues of(Request request) {
        Stream<String> inBody = request.body() == null
                ? Stream.empty()
                : request.body().json().map(Json::texts).orElse(List.of()).stream();
        return new SentValues(Stream.concat(request.path().values().stream(), inBody)
                .filter(value -> value.length() >= SHORTEST)
                .filter(value -> !PLAIN.matcher(value).matches())
                .map(value -> folded(value.substring(0, Math.min(value.length(), LONGEST))))
                .collect(Collectors.toUnmodifiableSet()));
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

    /** As {@link String#equalsIgnoreCase} compares; one character stays one, unlike with {@link String#toLowerCase()}. */
    private static String folded(String text) {
        char[] folded = text.toCharArray();
        for (int at = 0; at < folded.length; at++) {
            folded[at] = Character.toLowerCase(Character.toUpperCase(folded[at]));
        }
        return new String(folded);
    }
}

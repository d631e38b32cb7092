package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes Kustomer's words fit to be shown: an error text may repeat what was sent, and messages hold neither personal
 * data nor the key. Takes out what the request's body and the values in its path say, e-mail addresses, what looks like a phone number, tokens and quoted
 * values, and cuts at {@value #LONGEST} characters.
 */
final class Words {

    static final int LONGEST = 200;

    /** A shorter value of the body is not looked for: it would tear holes into words. */
    private static final int SHORTEST_VALUE = 3;

    /** Page numbers and switches tell nothing of anybody. */
    private static final Pattern PLAIN = Pattern.compile("\\d{1,5}|true|false");

    private static final Pattern PERSONAL =
            Pattern.compile("(?<![^\\s\"'<>,;:()@])[^\\s\"'<>,;:()@]++@[^\\s\"'<>,;:()]+"
                    + "|\\+?\\d[\\d ()./-]{5,}\\d"
                    + "|eyJ[A-Za-z0-9_.-]+"
                    + "|\"[^\"]*(?:\"|$)");

    private final ApiKey key;
    private final Request request;

    /** @param request what was sent */
    Words(ApiKey key, Request request) {
        this.key = key;
        this.request = request;
    }

    /** {@code text} fit to be shown; null stays null. */
    @Nullable String safe(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = key.removeFrom(text);
        for (String value : values()) {
            clean = clean.replace(value, "***");
        }
        clean = PERSONAL.matcher(clean)
                .replaceAll("***")
                .replaceAll("\\s+", " ")
                .strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }

    private List<String> values() {
        List<String> sent = new ArrayList<>(request.path().values());
        if (request.body() != null) {
            request.body().json().map(Json::texts).ifPresent(sent::addAll);
        }
        sent.removeIf(
                value -> value.length() < SHORTEST_VALUE || PLAIN.matcher(value).matches());
        return sent;
    }
}

package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Request;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes the key and personal data from Kustomer's error texts, because an error may repeat what the request
 * contained. It replaces the key, the texts of the request's body, the values in its path, e-mail addresses, tokens,
 * quoted values and anything that looks like a phone number. It keeps at most {@value #LONGEST} characters.
 */
final class Redactor {

    static final int LONGEST = 200;

    /** The number of characters that are read. The rest is dropped, even if the redacted beginning is short. */
    static final int READ_LIMIT = SentValues.LONGEST;

    private static final Pattern PERSONAL =
            Pattern.compile("(?<![^\\s\"'<>,;:()@])[^\\s\"'<>,;:()@]++@[^\\s\"'<>,;:()]+"
                    + "|\\+?\\d[\\d ()./-]{5,}\\d"
                    + "|eyJ[A-Za-z0-9_.-]+"
                    + "|\"[^\"]*(?:\"|$)");

    private final ApiKey key;
    private final SentValues sent;

    /** @param request the request that the error answers */
    Redactor(ApiKey key, Request request) {
        this.key = key;
        this.sent = SentValues.of(request);
    }

    /** The redacted text; null for null. */
    @Nullable String redact(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String keyless = key.removeFrom(text);
        // Search beyond the limit, because a sent value may begin before the limit and end after it.
        String searched = keyless.substring(0, Math.min(keyless.length(), READ_LIMIT + SentValues.LONGEST));
        BitSet matches = sent.matchesIn(searched);
        int end = keyless.length() <= READ_LIMIT ? keyless.length() : endOfLastWord(searched, matches);
        String clean = PERSONAL.matcher(without(matches, searched, end))
                .replaceAll("***")
                .replaceAll("\\s+", " ")
                .strip();
        return end == keyless.length() && clean.length() <= LONGEST
                ? clean
                : clean.substring(0, Math.min(clean.length(), LONGEST)) + "...";
    }

    /** The name of an error or a field; null if it contains the key or a sent value. */
    @Nullable String redactName(@Nullable String name) {
        return name == null || key.isIn(name) || sent.occurInName(name) ? null : name;
    }

    /**
     * The end of the last whole word before the limit, because half an address or number is not recognized as
     * personal.
     */
    private static int endOfLastWord(String text, BitSet matches) {
        int end = READ_LIMIT;
        while (end > 0 && !matches.get(end - 1) && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (end > 0 && !matches.get(end - 1) && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static String without(BitSet matches, String text, int end) {
        StringBuilder rest = new StringBuilder(end);
        for (int at = 0; at < end; at++) {
            if (matches.get(at)) {
                rest.append("***");
                at = matches.nextClearBit(at) - 1;
            } else {
                rest.append(text.charAt(at));
            }
        }
        return rest.toString();
    }
}

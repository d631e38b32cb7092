package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Request;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes Kustomer's words fit to be shown: an error text may repeat what was sent, and messages hold neither personal
 * data nor the key. Takes out what the request's body and the values in its path say, e-mail addresses, what looks like a phone number, tokens and quoted
 * values, and cuts at {@value #LONGEST} characters.
 */
final class Redactor {

    static final int LONGEST = 200;

    /** How much of a text is read; the rest of it is not shown, however much is taken out of what comes before. */
    static final int READ = SentValues.LONGEST;

    private static final Pattern PERSONAL =
            Pattern.compile("(?<![^\\s\"'<>,;:()@])[^\\s\"'<>,;:()@]++@[^\\s\"'<>,;:()]+"
                    + "|\\+?\\d[\\d ()./-]{5,}\\d"
                    + "|eyJ[A-Za-z0-9_.-]+"
                    + "|\"[^\"]*(?:\"|$)");

    private final ApiKey key;
    private final SentValues sent;

    /** @param request what was sent */
    Redactor(ApiKey key, Request request) {
        this.key = key;
        this.sent = SentValues.of(request);
    }

    /** {@code text} fit to be shown; null stays null. */
    @Nullable String safe(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String keyless = key.removeFrom(text);
        // As far as a value reaches that begins in what is read.
        String near = keyless.substring(0, Math.min(keyless.length(), READ + SentValues.LONGEST));
        BitSet said = sent.in(near);
        int end = keyless.length() <= READ ? keyless.length() : lastWord(near, said);
        String clean = PERSONAL.matcher(without(said, near, end))
                .replaceAll("***")
                .replaceAll("\\s+", " ")
                .strip();
        return end == keyless.length() && clean.length() <= LONGEST
                ? clean
                : clean.substring(0, Math.min(clean.length(), LONGEST)) + "...";
    }

    /** {@code name}, of an error or a field, if it is fit to be shown; else null. */
    @Nullable String safeName(@Nullable String name) {
        return name == null || key.isIn(name) || sent.areIn(name) ? null : name;
    }

    /** Where the last word ends that is read: a word or a number that is cut through may be half an address. */
    private static int lastWord(String text, BitSet said) {
        int end = READ;
        while (end > 0 && !said.get(end - 1) && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (end > 0 && !said.get(end - 1) && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static String without(BitSet said, String text, int end) {
        StringBuilder rest = new StringBuilder(end);
        for (int at = 0; at < end; at++) {
            if (said.get(at)) {
                rest.append("***");
                at = said.nextClearBit(at) - 1;
            } else {
                rest.append(text.charAt(at));
            }
        }
        return rest.toString();
    }
}

package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Request;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes the key and personal data from Kustomer's error texts, because an error may repeat what the request
 * contained. It replaces the key and its parts, the texts of the request's body and the values in its path. It also
 * replaces e-mail addresses, tokens, quoted values and anything that looks like a phone number. It decodes escapes,
 * replaces invisible characters by blanks and keeps at most {@value #LONGEST} characters.
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

    /** Control, format and separator characters, and code units that are no character. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

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
        // Search beyond the limit, because a sent value may begin before the limit and end after it.
        int read = Math.min(text.length(), READ_LIMIT + SentValues.LONGEST);
        String searched = Normalizer.normalize(Escapes.decode(text.substring(0, read)), Normalizer.Form.NFKC);
        BitSet matches = sent.matchesIn(searched);
        matches.or(key.matchesIn(searched));
        boolean isWhole = read == text.length() && searched.length() <= READ_LIMIT;
        int end =
                isWhole ? searched.length() : endOfLastWord(searched, limit(searched, read == text.length()), matches);
        String clean = withoutInvisible(withoutPersonal(masked(searched, end, matches)));
        return isWhole && clean.length() <= LONGEST ? clean : start(clean) + "...";
    }

    /** The end of what may be shown: no value that begins before it is cut. */
    private static int limit(String searched, boolean isToTheEnd) {
        int beforeCutValues = isToTheEnd ? searched.length() : Math.max(0, searched.length() - SentValues.LONGEST);
        return Math.min(READ_LIMIT, beforeCutValues);
    }

    private static String masked(String text, int end, BitSet matches) {
        return Mask.over(text.substring(0, end), matches.get(0, end));
    }

    /** Finds personal data in the visible characters, because an invisible one could divide an address. */
    private static String withoutPersonal(String text) {
        FilteredText visible = FilteredText.ofVisible(text);
        BitSet matches = new BitSet();
        for (Matcher personal = PERSONAL.matcher(visible.text()); personal.find(); ) {
            visible.mark(matches, personal.start(), personal.end());
        }
        return Mask.over(text, matches);
    }

    private static String withoutInvisible(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ").strip();
    }

    /** The first characters, without half of a surrogate pair. */
    private static String start(String text) {
        int end = Math.min(text.length(), LONGEST);
        boolean isHalf = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, isHalf ? end - 1 : end);
    }

    /** The name of an error or a field; null if it contains the key, a part of it, or a sent value. */
    @Nullable String redactName(@Nullable String name) {
        return name == null || key.occursIn(name) || sent.occurInName(name) ? null : name;
    }

    /**
     * The end of the last whole word before the limit, because half an address or number is not recognized as
     * personal.
     */
    private static int endOfLastWord(String text, int limit, BitSet matches) {
        int end = limit;
        while (end > 0 && !matches.get(end - 1) && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (end > 0 && !matches.get(end - 1) && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}

package io.github.kustomerconnector.http;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The named characters of HTML ("Named character references", html.spec.whatwg.org) that names of people, addresses and
 * phone numbers contain: all Latin letters with an accent, and punctuation.
 */
final class HtmlNames {

    /** Each accent as it is part of a name, with its combining character. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("grave", "\u0300"),
            Map.entry("acute", "\u0301"),
            Map.entry("circ", "\u0302"),
            Map.entry("tilde", "\u0303"),
            Map.entry("macr", "\u0304"),
            Map.entry("breve", "\u0306"),
            Map.entry("dot", "\u0307"),
            Map.entry("uml", "\u0308"),
            Map.entry("ring", "\u030A"),
            Map.entry("dblac", "\u030B"),
            Map.entry("caron", "\u030C"),
            Map.entry("cedil", "\u0327"),
            Map.entry("ogon", "\u0328"));

    private static final Pattern ACCENTED =
            Pattern.compile("([A-Za-z])(%s)".formatted(String.join("|", ACCENTS.keySet())));

    /** Names and characters by turns. */
    private static final String[] OTHERS = """
            amp & lt < gt > quot " apos ' commat @ period . comma , colon : semi ; plus + sol / lowbar _ num # lpar ( rpar )
            hyphen \u2010 dash \u2010 ndash \u2013 mdash \u2014 lsquo \u2018 rsquo \u2019 ldquo \u201C rdquo \u201D szlig \u00DF
            aelig \u00E6 AElig \u00C6 oelig \u0153 OElig \u0152 oslash \u00F8 Oslash \u00D8 lstrok \u0142 Lstrok \u0141 dstrok \u0111
            Dstrok \u0110 eth \u00F0 ETH \u00D0 thorn \u00FE THORN \u00DE imath \u0131 inodot \u0131\
            """.split("\\s+");

    private static final Map<String, String> CHARACTERS = IntStream.range(0, OTHERS.length / 2)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(pair -> OTHERS[2 * pair], pair -> OTHERS[2 * pair + 1]));

    private HtmlNames() {}

    /** The character with this name; empty if it is not among them. */
    static Optional<String> character(String name) {
        if (name.equals("nbsp")) {
            return Optional.of(" ");
        }
        Matcher accented = ACCENTED.matcher(name);
        return accented.matches()
                ? Optional.of(accented.group(1) + ACCENTS.get(accented.group(2)))
                        .map(letters -> Normalizer.normalize(letters, Normalizer.Form.NFC))
                        .filter(letter -> letter.length() == 1)
                : Optional.ofNullable(CHARACTERS.get(name));
    }
}

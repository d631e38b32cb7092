package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.Json;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings a phone number to E.164 ({@code +} and at most 15 digits), because Kustomer finds a customer by exactly the
 * number that it stores.
 *
 * <p>It does not use libphonenumber, because that would make the connector's jar several times as large. It
 * accepts no national numbers: a number must begin with {@code +} or {@code 00} and its country code.
 */
final class PhoneNumber {

    private static final Format TEXT = Formats.text(64);
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Blanks, hyphens and dashes of all kinds, invisible characters, and the other usual punctuation. */
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}\u2212()\\[\\]./]");

    /** A zero in brackets after the country code. It is dialled only inside the country. */
    private static final Pattern ZERO_IN_BRACKETS = Pattern.compile("[0-9][^0-9]*[(\\[][\\s\\p{Z}\\p{Cf}]*0");

    private static final Pattern EXTENSION = Pattern.compile(
            "(.*[0-9].*?)(;? ?(x|ext\\.?|extn\\.?|extension)|#)[ =.:]*[0-9]{1,8}", Pattern.CASE_INSENSITIVE);

    /** What stands before a number in links (RFC 3966) and in Twilio's addresses of WhatsApp numbers. */
    private static final Pattern SCHEME = Pattern.compile("(?i)[\\s\\p{Z}\\p{Cf}]*(tel|sms|whatsapp):");

    /** One or two digits after a slash at the end. They may replace the last digits, as in {@code 123456/7}. */
    private static final Pattern TWO_NUMBERS = Pattern.compile(".*/[\\s\\p{Z}\\p{Cf}]*[0-9]{1,2}[\\s\\p{Z}\\p{Cf}]*");

    private static final Pattern START = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*[+0-9(\\[]");
    private static final Pattern INTERNATIONAL_START =
            Pattern.compile("[\\s\\p{Z}(\\[]*(\\+|0[\\s\\p{Z}]*0)[\\s\\p{Z}0-9(\\[]");
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{2,40}");

    /** Country codes whose numbers never begin with a zero after the code (national numbering plans of the ITU). */
    private static final Set<String> NO_ZERO_AFTER = Set.of(
            "1", "31", "32", "33", "34", "36", "40", "41", "43", "44", "46", "48", "49", "61", "64", "81", "90", "91",
            "353");

    private static final String INTERNATIONAL = "00";
    private static final String EXAMPLE = ", such as +18005551212";

    private PhoneNumber() {}

    /** The format of the field. */
    static Json e164(String field, Json value) {
        String given = TEXT.check(field, value).text().orElseThrow();
        if (E164.matcher(given).matches() && !hasNationalZero(given)) {
            return value.isText(given) ? value : Json.of(given);
        }
        String plain = Normalizer.normalize(given, Normalizer.Form.NFKC);
        return Json.of(e164(field, SCHEME.matcher(plain).replaceFirst("")));
    }

    /**
     * The format of a recipient or a sender: a phone number with its country code becomes E.164. Any other text stays
     * as it is, such as a short code or the name of a sender.
     */
    static Json sender(String field, Json value) {
        Json given = Formats.identifier(256).check(field, value);
        String text = SCHEME.matcher(given.text().orElseThrow()).replaceFirst("");
        return INTERNATIONAL_START.matcher(text).lookingAt() ? e164(field, given) : given;
    }

    /** @param given with plain digits, signs and hyphens (Unicode's form NFKC) */
    private static String e164(String field, String given) {
        if (EXTENSION.matcher(given).matches()) {
            throw Failure.invalid(field, "has an extension: give the number without it" + EXAMPLE);
        }
        if (TWO_NUMBERS.matcher(given).matches()) {
            throw Failure.invalid(field, "has one or two digits after a slash: give one whole number" + EXAMPLE);
        }
        String digits = PUNCTUATION.matcher(given).replaceAll("");
        if (!START.matcher(given).lookingAt() || !DIGITS.matcher(digits).matches()) {
            throw Failure.invalid(field, "is not a phone number" + EXAMPLE);
        }
        String number = digits.startsWith(INTERNATIONAL) ? "+" + digits.substring(INTERNATIONAL.length()) : digits;
        if (!number.startsWith("+")) {
            throw Failure.invalid(field, "has no country code: write the number with + and its country code" + EXAMPLE);
        }
        if (ZERO_IN_BRACKETS.matcher(given).find() || hasNationalZero(number)) {
            throw Failure.invalid(
                    field,
                    "has a zero after the country code, which is dialled only inside the country: write +49 30 123456,"
                            + " not +49 (0)30 123456");
        }
        if (!E164.matcher(number).matches()) {
            throw Failure.invalid(field, "is not a phone number" + EXAMPLE);
        }
        return number;
    }

    private static boolean hasNationalZero(String number) {
        for (int end = 2; end <= 4 && end < number.length(); end++) {
            if (number.charAt(end) == '0' && NO_ZERO_AFTER.contains(number.substring(1, end))) {
                return true;
            }
        }
        return false;
    }
}

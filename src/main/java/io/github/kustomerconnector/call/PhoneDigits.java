package io.github.kustomerconnector.call;

import java.util.regex.Pattern;

/** The digits of phone numbers, by which numbers in several spellings are compared. */
public final class PhoneDigits {

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    /** The last digits of two numbers that are compared. */
    private static final int COMPARED = 7;

    private PhoneDigits() {}

    /** The digits without the {@code 00} that stands for {@code +}. */
    public static String of(String phone) {
        StringBuilder digits = new StringBuilder(phone.length());
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString().startsWith("00") ? digits.substring(2) : digits.toString();
    }

    /**
     * Whether a stored number may be the wanted one. Another program may have stored it without its country code, or
     * with a zero after it.
     */
    public static boolean mayBe(String wanted, String stored) {
        String one = withoutZeros(wanted);
        String other = withoutZeros(stored);
        return one.equals(other)
                || (other.length() >= COMPARED && one.endsWith(other.substring(other.length() - COMPARED)));
    }

    /** Without the zero that begins a national number. */
    private static String withoutZeros(String phone) {
        return LEADING_ZEROS.matcher(of(phone)).replaceFirst("");
    }
}

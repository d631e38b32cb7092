package io.github.kustomerconnector.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads points in time in the spellings of ISO 8601 that systems write. They may have no punctuation, a blank in place
 * of {@code T}, a decimal comma, or offsets such as {@code +0100}, {@code +01} and {@code UTC}.
 */
final class IsoTime {

    private static final int MAX_LENGTH = 100;
    private static final int MAX_FRACTION = 9;

    private static final String DATE = "(?<year>\\d{4})(?<dash>-?)(?<month>\\d{2})\\k<dash>(?<day>\\d{2})";
    private static final String TIME =
            "(?<hour>\\d{2})(:?(?<minute>\\d{2})(:?(?<second>\\d{2})([.,](?<fraction>\\d+))?)?)?";
    private static final String OFFSET = "(?<utc>[Zz]|UTC|GMT)"
            + "|(UTC|GMT)?(?<sign>[+\\u2212-])(?<hours>\\d{2})(:?(?<minutes>\\d{2})(:?(?<seconds>\\d{2}))?)?";
    private static final String ZONE = "\\[(?<zone>[^\\]]+)\\]|@(?<feel>.+)";

    private static final Pattern WHOLE =
            Pattern.compile(DATE + "(([Tt]| +)" + TIME + ")?" + "( *(" + OFFSET + "))?" + "(" + ZONE + ")?");

    private IsoTime() {}

    /**
     * The point in time; a date means its start, in UTC if it has no offset. Empty if the text is none, for example
     * because it has a time without an offset or a zone.
     */
    static Optional<Instant> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher parts = WHOLE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return instant(parts);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(Matcher parts) {
        String local = local(parts);
        boolean hasTime = parts.group("hour") != null;
        boolean hasOffset = parts.group("utc") != null || parts.group("sign") != null;
        String zone = parts.group("zone");
        String feelZone = parts.group("feel");
        if (hasOffset && feelZone == null) {
            String withZone = zone == null ? "" : "[" + zone + "]";
            return Optional.of(
                    ZonedDateTime.parse(local + offset(parts) + withZone).toInstant());
        }
        String onlyZone = feelZone == null ? zone : feelZone;
        if (hasTime && onlyZone != null && !hasOffset) {
            return Optional.of(
                    LocalDateTime.parse(local).atZone(ZoneId.of(onlyZone)).toInstant());
        }
        return hasTime || zone != null || feelZone != null
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(local).toInstant(ZoneOffset.UTC));
    }

    private static String local(Matcher parts) {
        return "%s-%s-%sT%s:%s:%s.%s"
                .formatted(
                        parts.group("year"),
                        parts.group("month"),
                        parts.group("day"),
                        orZero(parts, "hour"),
                        orZero(parts, "minute"),
                        orZero(parts, "second"),
                        fraction(parts));
    }

    private static String offset(Matcher parts) {
        if (parts.group("utc") != null) {
            return "Z";
        }
        String sign = parts.group("sign").equals("+") ? "+" : "-";
        return sign + parts.group("hours") + ":" + orZero(parts, "minutes") + ":" + orZero(parts, "seconds");
    }

    private static String fraction(Matcher parts) {
        String fraction = orZero(parts, "fraction");
        return fraction.substring(0, Math.min(MAX_FRACTION, fraction.length()));
    }

    private static String orZero(Matcher parts, String group) {
        String digits = parts.group(group);
        return digits == null ? "00" : digits;
    }
}

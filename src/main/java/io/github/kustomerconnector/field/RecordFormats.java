package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.field.Formats.bool;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.number;
import static io.github.kustomerconnector.field.Formats.separated;
import static io.github.kustomerconnector.field.Formats.text;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formats that fields of several resources share. */
public final class RecordFormats {

    /**
     * An e-mail address, also with {@code mailto:} before it, or as the only element of a list in a text. The check is
     * loose, as Kustomer's is, but a dot at an end of the domain is refused.
     */
    public static final Format EMAIL = RecordFormats::email;

    private static final Format ADDRESS = text(
            256,
            Pattern.compile("[^\\s@<>,;\"\\[\\]]++@(LABEL(\\.LABEL)*+|\\[[^\\s@<>,;\"\\[\\]]+\\])"
                    .replace("LABEL", "[^\\s@<>,;\"\\[\\].]++")),
            "is not an e-mail address");

    private static final Pattern MAILTO = Pattern.compile("(?i)mailto:\\s*+([^@\\s]++@[^?]++)(\\?.*)?");

    /** A phone number with its country code. It becomes E.164, so that all spellings are one number. */
    public static final Format PHONE = PhoneNumber::e164;

    /** The recipient or sender of a text message: a phone number as {@link #PHONE}, or any other text. */
    public static final Format SENDER = PhoneNumber::sender;

    private static final String EXAMPLE_TIME = ", such as 2026-01-31T09:30:00Z";

    /**
     * A point in time as ISO 8601 with a zone or an offset, or in FEEL's format
     * ({@code 2026-01-31T09:30:00@Europe/Berlin}). A date means its start in UTC.
     */
    public static final Format DATE_TIME =
            (field, value) -> dateTime(field, value, "is not a date and time" + EXAMPLE_TIME);

    /** As {@link #DATE_TIME}, for a day. The day is kept if an offset would move the time to another day in UTC. */
    public static final Format DAY = RecordFormats::day;

    /**
     * A time to search for, as {@link #DATE_TIME}. A date, and a time without an offset, stay as they are, because
     * Kustomer reads them in the time zone of the search. Any value that is no text stays unchanged.
     */
    public static final Format SEARCH_TIME = RecordFormats::searchTime;

    /** A web address with http or https. */
    public static final Format URL = RecordFormats::url;

    /** At most 20 tags of 1 to 64 characters, by name. */
    public static final Format TAGS = separated(20, RecordFormats::tag);

    private static final Format TAG = text(
            64,
            Pattern.compile("[0-9A-Za-z\\u00C0-\\u00FF_/<>.-]+( +[0-9A-Za-z\\u00C0-\\u00FF_/<>.-]+)*"),
            "is not a tag: letters, digits, blanks inside, and _ / < > - . are allowed");

    /** At most 100 custom attributes. The suffix of a name determines the type. Blank attributes are removed. */
    public static final Format CUSTOM = RecordFormats::custom;

    private static final int MAX_CUSTOM = 100;

    /** The maximum number of custom attributes or entries of a list whose problems a message names. */
    static final int MOST_PROBLEMS = 10;

    private static final int MAX_URL = 2048;
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s/]+(/\\S*)?");
    private static final DateTimeFormatter UTC_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * Times that already have the format in which they are sent, on days that every month has. They need no parsing.
     * Most times match, and parsing one takes as long as all other checks of a customer together.
     */
    private static final Pattern AS_SENT = Pattern.compile(
            "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z");

    private static final Pattern LOCAL =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?)?");

    private record Suffix(String end, Format format) {}

    private static final List<Suffix> SUFFIXES = List.of(
            new Suffix("Str", text(1024)),
            new Suffix("Txt", text(Integer.MAX_VALUE)),
            new Suffix("Num", number(-Double.MAX_VALUE, Double.MAX_VALUE)),
            new Suffix("At", DATE_TIME),
            new Suffix("Bool", bool()),
            new Suffix("Url", URL),
            new Suffix("Id", identifier(256)));

    private RecordFormats() {}

    /** Kustomer accepts only composed letters, such as one character for e and its accent. */
    private static Json tag(String field, Json value) {
        return TAG.check(
                field,
                value.text().map(InvisibleCharacters::composed).map(Json::of).orElse(value));
    }

    private static Json email(String field, Json value) {
        List<Json> entries = ListFormat.entries(value);
        Json address = entries.size() == 1 && !value.isList() ? entries.getFirst() : value;
        String text = InvisibleCharacters.normalized(address);
        return ADDRESS.check(field, text.contains(":") ? Json.of(withoutScheme(text)) : address);
    }

    private static String withoutScheme(String text) {
        Matcher mailto = MAILTO.matcher(text);
        return mailto.matches() ? decoded(mailto.group(1)) : text;
    }

    /** Without the percent encoding of a link, such as {@code %2B} for {@code +}. */
    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static Json dateTime(String field, Json value, String problem) {
        String text = InvisibleCharacters.normalized(value);
        if (AS_SENT.matcher(text).matches()) {
            return Json.of(text);
        }
        Optional<Instant> instant = IsoTime.parse(text);
        if (instant.isEmpty() && isLocal(text)) {
            throw Failure.invalid(field, "has no time zone: add Z or an offset" + EXAMPLE_TIME);
        }
        return Json.of(UTC_MILLIS.format(instant.orElseThrow(() -> Failure.invalid(field, problem))));
    }

    /** Whether only the offset is missing. */
    private static boolean isLocal(String text) {
        return IsoTime.parse(text + "Z").isPresent();
    }

    private static Json searchTime(String field, Json value) {
        String text = InvisibleCharacters.normalized(value);
        if (text.isEmpty() || text.startsWith("now")) {
            return value;
        }
        boolean isLocal = LOCAL.matcher(text).matches()
                && IsoTime.parse(text.replace(' ', 'T') + "Z").isPresent();
        return isLocal
                ? Json.of(text)
                : dateTime(
                        field, value, "is not a date or a date and time, such as 2026-01-31 or 2026-01-31T09:30:00Z");
    }

    private static Json day(String field, Json value) {
        String text = InvisibleCharacters.normalized(value);
        // A time without an offset names its day too.
        String given = IsoTime.parse(text).isEmpty() && isLocal(text) ? text + "Z" : text;
        Json time = dateTime(field, Json.of(given), "is not a year, month and day, such as 1985-12-10");
        LocalDate day = LocalDate.parse(given.replace("-", "").substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        return time.text().orElseThrow().startsWith(day.toString())
                ? time
                : Json.of(UTC_MILLIS.format(day.atStartOfDay(ZoneOffset.UTC)));
    }

    private static Json url(String field, Json value) {
        String text = InvisibleCharacters.normalized(value);
        if (text.length() <= MAX_URL && WEB_ADDRESS.matcher(text).matches()) {
            return Json.of(text);
        }
        throw Failure.invalid(field, "is not a web address, such as https://example.org/page");
    }

    private static Json custom(String field, Json value) {
        if (!value.isObject()) {
            throw Failure.invalid(field, "must be an object such as {planStr: \"gold\"}");
        }
        if (value.size() > MAX_CUSTOM) {
            throw Failure.invalid(field, "has " + value.size() + " attributes, at most " + MAX_CUSTOM + " are allowed");
        }
        CheckedFields checked = new CheckedFields(field);
        value.forEachField((given, entry) -> {
            String name = InvisibleCharacters.normalized(given);
            checked.put(name, entry, formatOfCustom(name));
        });
        return checked.build();
    }

    private static Format formatOfCustom(String name) {
        for (Suffix known : SUFFIXES) {
            if (name.endsWith(known.end()) && name.length() > known.end().length()) {
                return known.format();
            }
        }
        return RecordFormats::otherCustom;
    }

    private static Json otherCustom(String field, Json value) {
        throw Failure.invalid(field, "does not end in Str, Txt, Num, At, Bool, Url or Id, as custom attributes do");
    }
}

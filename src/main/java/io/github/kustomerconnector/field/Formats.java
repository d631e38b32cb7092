package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonNumbers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The basic formats of Kustomer's fields. The limits are those of the vendor's "Core resources" description. */
public final class Formats {

    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-fA-F]{24}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}(\\.0+)?");

    /** Bounded, because a number of many digits takes long to parse. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,64}(\\.[0-9]{1,64})?([eE][+-]?[0-9]{1,3})?");

    /** The problem of a text that is no Kustomer id. */
    public static final String NOT_AN_ID = "is not a Kustomer ID: 24 digits from 0-9 and a-f";

    private static final Format BOOL = Formats::bool;

    private static final int MAX_NAME_LENGTH = 64;

    /** The maximum number of digits. A longer number stays unchanged, because an exponent could make it huge. */
    private static final int MAX_WHOLE_NUMBER_DIGITS = 64;

    private Formats() {}

    /** Text of at most {@code max} characters, as it is given. A number becomes text. */
    public static Format text(int max) {
        return (field, value) -> sameOr(value, bounded(field, characters(field, value), max));
    }

    /**
     * An identifier of at most {@code max} characters: text without blanks around it and invisible characters. A number
     * is refused if it {@link JsonNumbers#isRounded}.
     */
    public static Format identifier(int max) {
        return (field, value) -> {
            String text = bounded(field, InvisibleCharacters.normalized(characters(field, value)), max);
            if (JsonNumbers.isRounded(value)) {
                throw Failure.invalid(field, "is a number that may have lost digits: give it as text");
            }
            return sameOr(value, text);
        };
    }

    private static String characters(String field, Json value) {
        String text = value.isNumber() ? plain(value) : value.text().orElse("");
        if (text.isEmpty()) {
            CamundaFunction.refuseIn(field, value);
            throw Failure.invalid(field, "must be text");
        }
        return text;
    }

    private static String bounded(String field, String text, int max) {
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            throw Failure.invalid(field, "has " + length + " characters, at most " + max + " are allowed");
        }
        return text;
    }

    /**
     * A name from process data, as messages show it; {@code ***} if it is not a plain name, because it could be
     * personal.
     */
    public static String shownName(String name) {
        boolean isName = !name.isEmpty() && name.length() <= MAX_NAME_LENGTH;
        for (int i = 0; i < name.length() && isName; i++) {
            char c = name.charAt(i);
            isName = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
        }
        return isName ? name : "***";
    }

    /** A whole number without exponent and point, because it may be an id. Other numbers stay unchanged. */
    private static String plain(Json number) {
        String characters = number.scalar().orElseThrow();
        BigDecimal value = new BigDecimal(characters).stripTrailingZeros();
        boolean isWhole = value.scale() <= 0 && value.precision() - (long) value.scale() <= MAX_WHOLE_NUMBER_DIGITS;
        return isWhole ? value.toPlainString() : characters;
    }

    /** An {@link #identifier} that matches {@code pattern}. */
    public static Format text(int max, Pattern pattern, String problem) {
        Format identifier = identifier(max);
        return (field, value) -> {
            Json checked = identifier.check(field, value);
            if (!pattern.matcher(checked.text().orElseThrow()).matches()) {
                throw Failure.invalid(field, problem);
            }
            return checked;
        };
    }

    /** {@code value} if it is this text already, which saves an object; else the text. */
    static Json sameOr(Json value, String text) {
        return value.isText(text) ? value : Json.of(text);
    }

    /** The id of a Kustomer record, for every field that refers to one. It becomes lower case, as in Kustomer. */
    public static Format objectId() {
        return objectId(NOT_AN_ID + ". Look it up, because Kustomer accepts no name here");
    }

    /** As {@link #objectId()}, with the message for anything else. */
    public static Format objectId(String problem) {
        // Any length, so that the message about an address or a name is that it is no id.
        Format id = text(Integer.MAX_VALUE, OBJECT_ID, problem);
        return (field, value) -> {
            String digits = id.check(field, value).text().orElseThrow();
            return sameOr(value, digits.toLowerCase(Locale.ROOT));
        };
    }

    /** One of {@code choices}, in any case. */
    public static Format oneOf(String... choices) {
        return new Choices(List.of(choices));
    }

    /** A whole number from {@code min} to {@code max}, given as a number or as text. */
    public static Format integer(int min, int max) {
        return (field, value) -> {
            String digits = scalar(value);
            if (!value.isBoolean() && WHOLE_NUMBER.matcher(digits).matches()) {
                long number = Long.parseLong(digits.replaceFirst("\\..*", ""));
                if (number >= min && number <= max) {
                    return Json.of(number);
                }
            }
            CamundaFunction.refuseIn(field, value);
            throw Failure.invalid(field, "is not a whole number from " + min + " to " + max);
        };
    }

    private static String scalar(Json value) {
        return InvisibleCharacters.normalized(value.scalar().orElse(""));
    }

    /** A number from {@code min} to {@code max}, given as a number or as text. */
    public static Format number(double min, double max) {
        return (field, value) -> {
            Json number = value.isNumber() ? value : number(field, value);
            double size = number.doubleValue();
            if (size < min || size > max) {
                throw Failure.invalid(field, "is not a number from " + min + " to " + max);
            }
            return number;
        };
    }

    private static Json number(String field, Json value) {
        String digits = value.isBoolean() ? "" : scalar(value);
        if (!NUMBER.matcher(digits).matches()) {
            throw Failure.invalid(field, "must be a number");
        }
        return Json.parse(new BigDecimal(digits).toString().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    /** {@code true} or {@code false}, given as a boolean or as text. */
    public static Format bool() {
        return BOOL;
    }

    private static Json bool(String field, Json value) {
        String text = value.isNumber() ? "" : scalar(value).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw Failure.invalid(field, "must be true or false");
        }
        return Json.of(text.equals("true"));
    }

    /**
     * A list of at most {@code max} elements with the format {@code element}. A single element becomes a list of one.
     * Empty elements and duplicates are removed. The elements are counted before any of them is checked.
     */
    public static Format list(int max, Format element) {
        return new ListFormat(max, element);
    }

    /** As {@link #list}, but a text is also a list of texts between commas. For elements that contain no comma. */
    public static Format separated(int max, Format element) {
        Format list = list(max, element);
        return (field, value) -> list.check(field, ListFormat.split(value));
    }

    /**
     * As {@code list}, but two entries whose parts {@code identifying} differ only in case become one, because they are
     * one identifier.
     */
    public static Format distinct(Format list, String... identifying) {
        return new DistinctFormat(list, List.of(identifying));
    }

    /** As {@link #separated(int, Format)}, with {@link #distinct} entries. */
    public static Format separated(int max, Format element, String... identifying) {
        return distinct(separated(max, element), identifying);
    }

    /** A field of an object. */
    public record Member(String name, Format format, boolean required) {

        /** Whether a form's row has a value here although the user filled in nothing. */
        boolean isChoice() {
            return format instanceof Choices || format.equals(BOOL);
        }
    }

    /** A required field. */
    public static Member required(String name, Format format) {
        return new Member(name, format, true);
    }

    /** An optional field. */
    public static Member optional(String name, Format format) {
        return new Member(name, format, false);
    }

    /** An object with the given fields and no others. Blank fields are removed. */
    public static Format object(Member... members) {
        return ObjectFormat.of(List.of(members));
    }

    /** An object of {@code main} and {@code others}. Any other value becomes an object that has only {@code main}. */
    public static Format objectOr(Member main, Member... others) {
        return new ObjectFormat.OrMain(
                main,
                ObjectFormat.of(
                        Stream.concat(Stream.of(main), Stream.of(others)).toList()));
    }
}

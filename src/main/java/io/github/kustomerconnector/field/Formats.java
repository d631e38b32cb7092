package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The basic formats of Kustomer's fields. The limits are those of the vendor's "Core resources" description. */
public final class Formats {

    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-fA-F]{24}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}(\\.0+)?");

    private static final int MAX_NAME_LENGTH = 64;

    /** The maximum number of digits. A longer number stays unchanged, because an exponent could make it huge. */
    private static final int MAX_WHOLE_NUMBER_DIGITS = 64;

    private Formats() {}

    /** Text of at most {@code max} characters. A number becomes text. */
    public static Format text(int max) {
        return (field, value) -> {
            String text = value.text().orElseGet(() -> value.isNumber() ? plain(value) : "");
            if (text.isEmpty()) {
                throw Failure.invalid(field, "must be text");
            }
            int length = text.codePointCount(0, text.length());
            if (length > max) {
                throw Failure.invalid(field, "has " + length + " characters, at most " + max + " are allowed");
            }
            return sameOr(value, text);
        };
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

    /** Text of at most {@code max} characters, without blanks around it, that matches {@code pattern}. */
    public static Format text(int max, Pattern pattern, String problem) {
        Format text = text(max);
        return (field, value) -> {
            String stripped = text.check(field, value).text().orElseThrow().strip();
            if (!pattern.matcher(stripped).matches()) {
                throw Failure.invalid(field, problem);
            }
            return sameOr(value, stripped);
        };
    }

    /** {@code value} if it is this text already, which saves an object; else the text. */
    private static Json sameOr(Json value, String text) {
        return value.isText(text) ? value : Json.of(text);
    }

    /** The id of a Kustomer record. It becomes lower case, as in Kustomer. */
    public static Format objectId() {
        Format id = text(64, OBJECT_ID, "is not a Kustomer ID: 24 digits from 0-9 and a-f");
        return (field, value) -> {
            String digits = id.check(field, value).text().orElseThrow();
            return sameOr(value, digits.toLowerCase(Locale.ROOT));
        };
    }

    /** One of {@code choices}, in any case. */
    public static Format oneOf(String... choices) {
        return (field, value) -> {
            String given = value.text().map(String::strip).orElse("");
            for (String choice : choices) {
                if (choice.equalsIgnoreCase(given)) {
                    return sameOr(value, choice);
                }
            }
            throw Failure.invalid(field, "is not one of " + String.join(", ", choices));
        };
    }

    /** A whole number from {@code min} to {@code max}, given as a number or as text. */
    public static Format integer(int min, int max) {
        return (field, value) -> {
            String digits = value.isBoolean() ? "" : value.scalar().orElse("").strip();
            if (WHOLE_NUMBER.matcher(digits).matches()) {
                int number = Integer.parseInt(digits.replaceFirst("\\..*", ""));
                if (number >= min && number <= max) {
                    return Json.of(number);
                }
            }
            throw Failure.invalid(field, "is not a whole number from " + min + " to " + max);
        };
    }

    /** A number from {@code min} to {@code max}. */
    public static Format number(double min, double max) {
        return (field, value) -> {
            if (!value.isNumber()) {
                throw Failure.invalid(field, "must be a number");
            }
            double number = Double.parseDouble(value.scalar().orElseThrow());
            if (number < min || number > max) {
                throw Failure.invalid(field, "is not a number from " + min + " to " + max);
            }
            return value;
        };
    }

    /** {@code true} or {@code false}. */
    public static Format bool() {
        return (field, value) -> {
            if (!value.isBoolean()) {
                throw Failure.invalid(field, "must be true or false");
            }
            return value;
        };
    }

    /** {@code true} or {@code false}, as a boolean or as text. */
    public static Format flag() {
        return (field, value) -> {
            String text = value.scalar().orElse("").strip();
            if (!text.equals("true") && !text.equals("false")) {
                throw Failure.invalid(field, "must be true or false");
            }
            return Json.of(text.equals("true"));
        };
    }

    /**
     * A list of at most {@code max} elements with the format {@code element}. A single element becomes a list of one.
     * Blank elements and duplicates are removed.
     */
    public static Format list(int max, Format element) {
        return (field, value) -> {
            List<Json> given = value.isList() ? value.elements() : List.of(value);
            Set<Json> checked = LinkedHashSet.newLinkedHashSet(given.size());
            for (int i = 0; i < given.size(); i++) {
                if (!isEmpty(given.get(i))) {
                    checked.add(element.check(value.isList() ? field + "[" + i + "]" : field, given.get(i)));
                }
            }
            if (checked.size() > max) {
                throw Failure.invalid(field, "has " + checked.size() + " entries, at most " + max + " are allowed");
            }
            return Json.list(new ArrayList<>(checked));
        };
    }

    /**
     * Whether a value is blank, or an object of blanks only, which results from an expression with missing variables.
     */
    private static boolean isEmpty(Json value) {
        return value.isBlank() || value.isObjectOfBlanks();
    }

    /** A field of an object. */
    public record Member(String name, Format format, boolean required) {}

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
        Map<String, Member> byName = new LinkedHashMap<>();
        List.of(members).forEach(member -> byName.put(member.name(), member));
        String names = String.join(", ", byName.keySet());
        return (field, value) -> {
            if (!value.isObject()) {
                throw Failure.invalid(field, "must be an object with " + names);
            }
            Json checked = Json.object(put -> value.forEachField((name, entry) -> {
                Member member = byName.get(name);
                if (member == null) {
                    throw Failure.invalid(field, "has an unknown field: the known fields are " + names);
                }
                if (!entry.isBlank()) {
                    put.accept(name, member.format().check(field + "." + name, entry));
                }
            }));
            for (Member member : members) {
                if (member.required() && !checked.has(member.name())) {
                    throw Failure.invalid(field + "." + member.name(), "is missing");
                }
            }
            return checked;
        };
    }

    /** An object of {@code main} and {@code others}. Any other value becomes an object that has only {@code main}. */
    public static Format objectOr(Member main, Member... others) {
        Format object = object(Stream.concat(Stream.of(main), Stream.of(others)).toArray(Member[]::new));
        return (field, value) -> value.isObject()
                ? object.check(field, value)
                : Json.object(Map.of(main.name(), main.format().check(field, value)));
    }
}

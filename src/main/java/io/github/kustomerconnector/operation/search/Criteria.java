package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.field.RecordFormats;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The criteria of a search, such as {@code {customer_email: {equals: "ada@example.org"}}}. An operator without a value
 * is refused, because it usually means a missing variable, and the search would find too many records.
 */
final class Criteria {

    private static final int MOST = 20;

    /** The fields that contain a time, such as {@code customer_created_at} and {@code conversation_custom_dueAt}. */
    private static final Pattern TIME = Pattern.compile(".*_at|.*_custom_.*At");

    private Criteria() {}

    /** Checks a criterion or a list of criteria. */
    static Json check(String field, Json value) {
        List<Json> given = value.isList() ? value.elements() : List.of(value);
        if (given.size() > MOST) {
            throw Failure.invalid(field, "has " + given.size() + " criteria, at most " + MOST + " are allowed");
        }
        List<Json> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            checked.add(criterion(value.isList() ? field + "[" + i + "]" : field, given.get(i)));
        }
        return Json.list(checked);
    }

    private static Json criterion(String field, Json value) {
        if (value.fields().isEmpty()) {
            throw Failure.invalid(field, "must be an object such as {customer_email: {equals: \"ada@example.org\"}}");
        }
        return Json.object(put -> value.forEachField((given, test) -> {
            String name = named(field, given);
            Format format = TIME.matcher(name).matches() ? RecordFormats.SEARCH_TIME : (any, tested) -> tested;
            put.accept(name, test(field + "." + Formats.shownName(given), test, format));
        }));
    }

    private static String named(String field, String given) {
        String name = InvisibleCharacters.normalized(given);
        if (name.isEmpty()) {
            throw Failure.invalid(field, "has a criterion without a field name");
        }
        return name;
    }

    /** @param format of the value, or of each value of a list */
    private static Json test(String field, Json test, Format format) {
        if (test.isList() && !test.isEmptyList()) {
            return check(field, test);
        }
        if (test.fields().isEmpty()) {
            throw Failure.invalid(field, "must be an object with an operator and a value, such as {equals: \"open\"}");
        }
        return Json.object(put -> test.forEachField((given, value) -> {
            String operator = InvisibleCharacters.normalized(given);
            if (isEmpty(value) && !operator.equals("not_set")) {
                throw Failure.invalid(
                        field + "." + Formats.shownName(operator), "is empty: remove the criterion, or use not_set");
            }
            put.accept(operator, checked(field + "." + Formats.shownName(operator), value, format));
        }));
    }

    /** Also for a list without values, which usually results from a missing variable too. */
    private static boolean isEmpty(Json value) {
        return value.isBlank()
                || value.isEmptyObject()
                || (value.isList() && value.elements().stream().allMatch(Json::isBlank));
    }

    private static Json checked(String field, Json value, Format format) {
        if (!value.isList()) {
            return format.check(field, value);
        }
        List<Json> values = value.elements();
        return Json.list(IntStream.range(0, values.size())
                .mapToObj(i -> format.check(field + "[" + i + "]", values.get(i)))
                .toList());
    }
}

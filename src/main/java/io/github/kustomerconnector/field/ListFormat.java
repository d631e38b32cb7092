package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A list without empty elements and duplicates. Its length is checked before its elements. */
record ListFormat(int max, Format element) implements Format {

    @Override
    public Json check(String field, Json value) {
        List<Json> entries = entries(value);
        boolean isIndexed = value.isList() || entries.size() > 1;
        refuseIfTooLong(field, entries);
        List<Json> checked = new ArrayList<>();
        Problems problems = new Problems(field, RecordFormats.MOST_PROBLEMS);
        for (int i = 0; i < entries.size(); i++) {
            if (!element.isEmpty(entries.get(i))) {
                String name = isIndexed ? field + "[" + i + "]" : field;
                Json entry = problems.check(element, name, entries.get(i));
                if (!checked.contains(entry)) {
                    checked.add(entry);
                }
            }
        }
        problems.throwIfAny();
        return Json.list(checked);
    }

    private void refuseIfTooLong(String field, List<Json> entries) {
        if (entries.size() > max) {
            int distinct = distinct(entries);
            if (distinct > max) {
                throw Failure.invalid(field, "has " + distinct + " entries, at most " + max + " are allowed");
            }
        }
    }

    /**
     * The number of entries that are neither empty nor duplicates. The set compares texts, because a hash set of values
     * that can't be compared takes quadratic time if all have the same hash.
     */
    private int distinct(List<Json> entries) {
        Set<String> distinct = new TreeSet<>();
        for (Json entry : entries) {
            if (!element.isEmpty(entry)) {
                distinct.add(new String(entry.toBytes(), StandardCharsets.UTF_8));
            }
        }
        return distinct.size();
    }

    /** The elements of a list, also of one that is given as JSON in a text; any other value is the only element. */
    static List<Json> entries(Json value) {
        Json given = value.isList()
                ? value
                : parsed(value).filter(ListFormat::isListOfEntries).orElse(value);
        return given.isList() ? given.elements() : List.of(value);
    }

    /** The texts between the commas of a text; any other value, also a list that a text has as JSON, as it is. */
    static Json split(Json value) {
        boolean isSeparated = value.text()
                .filter(text -> text.indexOf(',') >= 0)
                .filter(text -> parsed(value).isEmpty())
                .isPresent();
        return isSeparated
                ? Json.list(Stream.of(value.text().orElseThrow().split(",", -1))
                        .map(String::strip)
                        .map(Json::of)
                        .toList())
                : value;
    }

    /** A list of numbers may be plain text, such as an external id {@code [1]}. */
    private static boolean isListOfEntries(Json list) {
        return list.isList()
                && list.elements().stream()
                        .allMatch(entry -> entry.isObject() || entry.text().isPresent());
    }

    /** The object or list that a text contains as JSON; empty for every other value. */
    static Optional<Json> parsed(Json value) {
        return value.text()
                .map(InvisibleCharacters::normalized)
                .filter(text -> text.startsWith("[") || text.startsWith("{"))
                .flatMap(text -> Json.parse(text.getBytes(StandardCharsets.UTF_8)));
    }
}

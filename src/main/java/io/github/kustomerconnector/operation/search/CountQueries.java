package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Maps the fields of a count to one search for each name. */
final class CountQueries {

    private static final int MOST = 10;
    private static final String FIELD = "count.queries";
    private static final String EXAMPLE = "{open: {conversation_status: {equals: \"open\"}}}";
    private static final Set<String> GROUPS = Set.of("and", "or", "not");
    private static final Set<String> OPERATORS =
            Set.of("equals", "contains", "in", "gt", "gte", "lt", "lte", "not_set");

    /** A name that FEEL reads as one word, so that {@code counts.open} works. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][0-9A-Za-z_]{0,63}");

    private CountQueries() {}

    /**
     * The bodies of the searches, by the name of the count.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if a field is invalid
     */
    static Map<String, Body> of(CountFields count) {
        Map<String, Json> common = common(count);
        Map<String, Body> bodies = new LinkedHashMap<>();
        queries(count).forEach((given, criteria) -> {
            String name = name(given);
            Map<String, Json> body = new LinkedHashMap<>(common);
            body.putAll(criteria(FIELD + "." + name, criteria));
            if (bodies.put(name, BodyBuilder.bounded(FIELD + "." + name, body)) != null) {
                throw Failure.invalid(FIELD + "." + name, "is there twice");
            }
        });
        return bodies;
    }

    private static Map<String, Json> common(CountFields count) {
        Json context = RecordType.of("count", Choice.orElse(count.queryContext(), "conversation"), count.klass());
        Json deleted = Choice.isTrue("count.includeDeleted", count.includeDeleted()) ? Json.of(true) : null;
        return new BodyBuilder("count")
                .put("queryContext", context, (field, value) -> value)
                .put("includeDeleted", deleted, (field, value) -> value)
                .put("timeZone", count.timeZone(), Formats.identifier(64))
                .checked();
    }

    private static Map<String, Json> queries(CountFields count) {
        Json given = count.queries();
        if (given == null || given.isBlank()) {
            throw Failure.invalid(FIELD, "is missing: name each count, such as " + EXAMPLE);
        }
        Map<String, Json> queries = given.fields();
        if (queries.isEmpty()) {
            throw Failure.invalid(FIELD, "must be an object of names and criteria, such as " + EXAMPLE);
        }
        if (queries.size() > MOST) {
            throw Failure.invalid(FIELD, "has " + queries.size() + " counts, at most " + MOST + " are allowed");
        }
        return queries;
    }

    private static String name(String given) {
        String name = InvisibleCharacters.normalized(given);
        if (!NAME.matcher(name).matches()) {
            throw Failure.invalid(
                    FIELD,
                    "has a name that the result can't have: use up to 64 letters, digits and _, a digit not first");
        }
        return name;
    }

    private static Map<String, Json> criteria(String field, Json given) {
        Map<String, Json> checked = new LinkedHashMap<>();
        if (isGroups(given)) {
            given.forEachField((group, criteria) -> checked.put(group, group(field + "." + group, criteria)));
        } else {
            checked.put("and", group(field, given));
        }
        return checked;
    }

    private static boolean isGroups(Json given) {
        return !given.isEmptyObject()
                && given.isObject()
                && GROUPS.containsAll(given.fields().keySet());
    }

    private static Json group(String field, Json criteria) {
        refuseWithoutField(field, criteria);
        Json checked = Criteria.check(field, criteria);
        if (checked.isEmptyList()) {
            throw Failure.invalid(field, "has no criterion: it would count all records");
        }
        return checked;
    }

    /** An operator in the place of a field usually means that the field was forgotten. */
    private static void refuseWithoutField(String field, Json criteria) {
        (criteria.isList() ? criteria.elements().stream() : Stream.of(criteria))
                .flatMap(criterion -> criterion.fields().keySet().stream())
                .filter(OPERATORS::contains)
                .findFirst()
                .ifPresent(operator -> {
                    throw Failure.invalid(
                            field,
                            "has the operator " + operator + " without a field: write {conversation_status: {"
                                    + operator + ": ...}}");
                });
    }
}

package io.github.kustomerconnector.operation.search;

import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.oneOf;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps the fields of a search to the body of {@code POST /v1/customers/search} ("Core resources",
 * developer.kustomer.com).
 */
final class SearchMapping {

    private static final Format DIRECTION = oneOf("asc", "desc");
    private static final int MAX_SORT = 5;
    private static final int MAX_FIELDS = 20;

    private SearchMapping() {}

    /**
     * The body of a search. At least one criterion is required.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if a field is invalid
     */
    static Map<String, Json> of(SearchFields search) {
        Json context = RecordType.of("search", search.queryContext(), search.klass());
        Json deleted = Choice.isTrue("search.includeDeleted", search.includeDeleted()) ? Json.of(true) : null;
        Map<String, Json> body = new BodyBuilder("search")
                .put("queryContext", context, (field, value) -> value)
                .put("includeDeleted", deleted, (field, value) -> value)
                .put("and", search.and(), Criteria::check)
                .put("or", search.or(), Criteria::check)
                .put("not", search.not(), Criteria::check)
                .put("sort", search.sort(), SearchMapping::sort)
                .put("timeZone", search.timeZone(), identifier(64))
                .put("fields", search.fields(), SearchMapping::fields)
                .put("aggs", search.aggs(), SearchMapping::aggregations)
                .putAdditional(search.additionalFields())
                .checked();
        refuseWithoutCriteria(body);
        refuseInArchive(search, body);
        return body;
    }

    private static void refuseWithoutCriteria(Map<String, Json> body) {
        if (Stream.of("and", "or", "not").noneMatch(body::containsKey)) {
            throw Failure.invalid(
                    "search.and", "is missing: give at least one criterion here, in search.or or in search.not");
        }
    }

    private static Json sort(String field, Json value) {
        List<Json> given = objects(field, value, MAX_SORT, "{customer_updated_at: \"desc\"}");
        return Json.list(given.stream()
                .map(entry -> Json.object(Map.ofEntries(direction(field, entry))))
                .toList());
    }

    /** One field and its direction. Several fields are refused, because the fields of an object have no order. */
    private static Map.Entry<String, Json> direction(String field, Json entry) {
        if (entry.fields().size() > 1) {
            throw Failure.invalid(field, "has an entry with several fields: give a list with one field in each entry");
        }
        Map.Entry<String, Json> sort = entry.fields().entrySet().iterator().next();
        return Map.entry(InvisibleCharacters.normalized(sort.getKey()), DIRECTION.check(field, sort.getValue()));
    }

    private static Json fields(String field, Json value) {
        return Json.list(objects(field, value, MAX_FIELDS, "{field: \"customer_name\"}"));
    }

    private static List<Json> objects(String field, Json value, int most, String example) {
        List<Json> given = value.isList() ? value.elements() : List.of(value);
        if (given.size() > most) {
            throw Failure.invalid(field, "has " + given.size() + " entries, at most " + most + " are allowed");
        }
        if (given.stream().anyMatch(entry -> entry.fields().isEmpty())) {
            throw Failure.invalid(field, "must be an object such as " + example + ", or a list of such objects");
        }
        return given;
    }

    private static Json aggregations(String field, Json value) {
        if (value.fields().isEmpty()) {
            throw Failure.invalid(field, "must be an object that maps names to aggregations");
        }
        return value;
    }

    private static void refuseInArchive(SearchFields search, Map<String, Json> body) {
        if (isInArchive(search)) {
            Stream.of("fields", "aggs").filter(body::containsKey).forEach(name -> {
                throw Failure.invalid("search." + name, "is not allowed in the archive");
            });
        }
    }

    static boolean isInArchive(@Nullable SearchFields search) {
        return search != null && Choice.isTrue("search.archive", search.archive());
    }
}

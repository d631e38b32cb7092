package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One condition of a search on one field, such as {@code {"customer_updated_at": {"gte": "2026-01-01"}}}. */
record Criterion(String field, String operator, JsonNode value) implements Predicate<ObjectNode> {

    private static final Set<String> OPERATORS =
            Set.of("equals", "in", "contains", "not_set", "gt", "gte", "lt", "lte");
    private static final Set<String> LISTS = Set.of("and", "or", "not");
    private static final int DATE = "2026-01-01".length();
    private static final Pattern SNAKE = Pattern.compile("_([a-z])");

    Criterion {
        if (!OPERATORS.contains(operator)) {
            throw invalid("Unknown operator", field);
        }
    }

    /** Matches the records for which all of {@code and}, one of {@code or} and none of {@code not} hold. */
    static Predicate<ObjectNode> matching(ObjectNode search) {
        List<Predicate<ObjectNode>> all = of(search.path("and"));
        List<Predicate<ObjectNode>> any = of(search.path("or"));
        List<Predicate<ObjectNode>> none = of(search.path("not"));
        return resource -> all.stream().allMatch(one -> one.test(resource))
                && (any.isEmpty() || any.stream().anyMatch(one -> one.test(resource)))
                && none.stream().noneMatch(one -> one.test(resource));
    }

    private static List<Predicate<ObjectNode>> of(JsonNode criteria) {
        Stream<JsonNode> given = criteria.isArray() ? criteria.valueStream() : Stream.of(criteria);
        return given.flatMap(JsonNode::propertyStream)
                .flatMap(field -> of(field.getKey(), field.getValue()))
                .toList();
    }

    /** A list of criteria may be a criterion itself. */
    private static Stream<Predicate<ObjectNode>> of(String field, JsonNode tests) {
        if (LISTS.contains(field)) {
            return Stream.of(matching(Json.object().set(field, tests)));
        }
        if (!tests.isObject() || tests.isEmpty()) {
            throw invalid("A criterion needs an operator", field);
        }
        return tests.propertyStream().map(test -> new Criterion(field, test.getKey(), test.getValue()));
    }

    private static ApiErrorException invalid(String title, String field) {
        return new ApiErrorException(new ApiError(400, ErrorCode.INVALID, title, "", field));
    }

    @Override
    public boolean test(ObjectNode resource) {
        List<JsonNode> there = values(resource, field).toList();
        return switch (operator) {
            case "equals" -> there.stream().anyMatch(one -> same(one, value));
            case "in" -> there.stream().anyMatch(one -> value.valueStream().anyMatch(wanted -> same(one, wanted)));
            case "contains" -> there.stream().anyMatch(one -> lower(one).contains(lower(value)));
            case "not_set" -> there.isEmpty();
            case "gt" -> there.stream().anyMatch(one -> compare(one, value) > 0);
            case "gte" -> there.stream().anyMatch(one -> compare(one, value) >= 0);
            case "lt" -> there.stream().anyMatch(one -> compare(one, value) < 0);
            default -> there.stream().anyMatch(one -> compare(one, value) <= 0);
        };
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return other.isValueNode()
                && !other.isNull()
                && (compare(one, other) == 0 || lower(one).equals(lower(other)));
    }

    /** Compares numbers by their value and times by their instant; everything else as text. */
    static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        Optional<Instant> time = time(one);
        Optional<Instant> otherTime = time(other);
        return time.isPresent() && otherTime.isPresent()
                ? time.get().compareTo(otherTime.get())
                : one.asText().compareTo(other.asText());
    }

    private static Optional<Instant> time(JsonNode value) {
        try {
            return Optional.ofNullable(value.textValue())
                    .filter(text -> text.length() > DATE)
                    .map(Resources::instant);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String lower(JsonNode value) {
        return value.asText().toLowerCase(Locale.ROOT);
    }

    /**
     * The values of a search field in a record. {@code customer_email} yields every e-mail address of the customer.
     * A field of another kind of record yields nothing.
     */
    static Stream<JsonNode> values(ObjectNode resource, String name) {
        String type = resource.path("type").asText().replace('.', '_');
        String object = Stream.of(type, type.replaceFirst("_.*", ""))
                .filter(prefix -> name.startsWith(prefix + "_"))
                .findFirst()
                .orElse("");
        if (object.isEmpty()) {
            return Stream.empty();
        }
        String attribute = name.substring(object.length() + 1);
        JsonNode attributes = resource.path("attributes");
        if (attribute.equals("id")) {
            return Stream.of(resource.path("id"));
        }
        if (attribute.equals("any_text")) {
            return attributes.valueStream().flatMap(Criterion::scalars);
        }
        if (attribute.startsWith("custom_")) {
            String klass = resource.path("type").asText().replaceFirst("^kobject\\.", "");
            return scalars(
                    attributes.path("custom").path(attribute.replaceFirst("^custom_(\\Q" + klass + "\\E_)?", "")));
        }
        String camel =
                SNAKE.matcher(attribute).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return Stream.of(
                        scalars(attributes.path(camel)),
                        attributes.path(camel + "s").valueStream().flatMap(entry -> scalars(entry.path(camel))),
                        related(resource, camel.replaceFirst("Id$", "")))
                .flatMap(values -> values);
    }

    private static Stream<JsonNode> related(ObjectNode resource, String relationship) {
        return scalars(resource.at("/relationships/%s/data/id".formatted(relationship)));
    }

    /** The value, or the elements of a list, without null. */
    private static Stream<JsonNode> scalars(JsonNode value) {
        Stream<JsonNode> each = value.isArray() ? value.valueStream() : Stream.of(value);
        return each.filter(JsonNode::isValueNode).filter(one -> !one.isNull());
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One condition of a search on one field, such as {@code {"customer_updated_at": {"gte": "2026-01-01"}}}. */
record Criterion(String field, String operator, JsonNode value) implements Predicate<ObjectNode> {

    private static final Pattern SNAKE = Pattern.compile("_([a-z])");

    /** Matches the records for which all of {@code and}, one of {@code or} and none of {@code not} hold. */
    static Predicate<ObjectNode> matching(ObjectNode search) {
        List<Criterion> any = of(search.path("or"));
        return resource -> of(search.path("and")).stream().allMatch(one -> one.test(resource))
                && (any.isEmpty() || any.stream().anyMatch(one -> one.test(resource)))
                && of(search.path("not")).stream().noneMatch(one -> one.test(resource));
    }

    private static List<Criterion> of(JsonNode criteria) {
        Stream<JsonNode> given = criteria.isArray() ? criteria.valueStream() : Stream.of(criteria);
        return given.flatMap(JsonNode::propertyStream)
                .flatMap(field -> field.getValue()
                        .propertyStream()
                        .map(test -> new Criterion(field.getKey(), test.getKey(), test.getValue())))
                .toList();
    }

    @Override
    public boolean test(ObjectNode resource) {
        List<JsonNode> there = values(resource, field).toList();
        return switch (operator) {
            case "equals" -> there.stream().anyMatch(this::isEqual);
            case "in" -> there.stream().anyMatch(one -> value.valueStream().anyMatch(wanted -> same(one, wanted)));
            case "contains" -> there.stream().anyMatch(one -> lower(one).contains(lower(value)));
            case "not_set" -> there.isEmpty();
            case "gt" -> there.stream().anyMatch(one -> compare(one) > 0);
            case "gte" -> there.stream().anyMatch(one -> compare(one) >= 0);
            case "lt" -> there.stream().anyMatch(one -> compare(one) < 0);
            case "lte" -> there.stream().anyMatch(one -> compare(one) <= 0);
            default -> throw new ApiErrorException(new ApiError(400, ErrorCode.INVALID, "Unknown operator", "", field));
        };
    }

    private boolean isEqual(JsonNode one) {
        return same(one, value);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return lower(one).equals(lower(other));
    }

    private int compare(JsonNode one) {
        return one.isNumber() && value.isNumber()
                ? Double.compare(one.asDouble(), value.asDouble())
                : one.asText().compareTo(value.asText());
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
        if (attribute.equals("id")) {
            return Stream.of(resource.path("id"));
        }
        if (attribute.startsWith("custom_")) {
            return scalars(resource.at("/attributes/custom").path(attribute.substring("custom_".length())));
        }
        String camel =
                SNAKE.matcher(attribute).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        JsonNode one = resource.path("attributes").path(camel);
        if (one.isMissingNode() && attribute.endsWith("_id")) {
            return scalars(resource.at("/relationships/%s/data/id".formatted(attribute.replaceFirst("_id$", ""))));
        }
        return one.isMissingNode()
                ? resource.path("attributes").path(camel + "s").valueStream().map(entry -> entry.path(camel))
                : scalars(one);
    }

    private static Stream<JsonNode> scalars(JsonNode value) {
        return Stream.of(value).filter(JsonNode::isValueNode).filter(one -> !one.isNull() && !one.isMissingNode());
    }
}

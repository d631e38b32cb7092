package io.github.kustomerconnector.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON value: a process variable before it is checked, or a part of an answer.
 *
 * <p>Connector inputs have this type, not text, list or map, because the connector runtime's mapper would fail on a
 * wrong type without a clear message. The operation checks the value and names the field. Any JSON value binds to this
 * type, except that JSON {@code null} binds to a Java null. It serializes to the value that it contains.
 */
@JsonDeserialize(using = JsonCodec.Deserializer.class)
public final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** JSON null. */
    public static final Json NULL = new Json(NODES.nullNode());

    /** A JSON object without fields. */
    public static final Json NOTHING = new Json(NODES.objectNode());

    /** A {@link JsonNode}, or a {@link LazyObject} in an answer. It is one field, because a task has many values. */
    private final Object source;

    Json(JsonNode node) {
        source = node;
    }

    Json(byte[] answer, int start, int end) {
        source = new LazyObject(answer, start, end);
    }

    /** The JSON text {@code value}. */
    public static Json of(String value) {
        return new Json(NODES.textNode(value));
    }

    /** The JSON number {@code value}. */
    public static Json of(long value) {
        return new Json((int) value == value ? NODES.numberNode((int) value) : NODES.numberNode(value));
    }

    /** The JSON boolean {@code value}. */
    public static Json of(boolean value) {
        return new Json(NODES.booleanNode(value));
    }

    /** A JSON array of {@code elements}, in their order. */
    public static Json list(Collection<Json> elements) {
        ArrayNode array = NODES.arrayNode(elements.size());
        elements.forEach(element -> array.add(element.node()));
        return new Json(array);
    }

    /** A JSON object of {@code fields}, in their order. */
    public static Json object(Map<String, Json> fields) {
        return object(fields::forEach);
    }

    /** A JSON object of the fields that {@code fields} passes to its argument, in their order. */
    public static Json object(Consumer<BiConsumer<String, Json>> fields) {
        ObjectNode object = NODES.objectNode();
        fields.accept((name, value) -> object.set(name, value.node()));
        return new Json(object);
    }

    /**
     * The one JSON value in {@code bytes} (UTF-8). Empty if the bytes are not exactly one JSON value, such as an HTML
     * page, a cut body or no bytes.
     */
    public static Optional<Json> parse(byte[] bytes) {
        return JsonCodec.read(bytes).map(Json::new);
    }

    /** This object with the fields of another, which replace its own. */
    public Json with(Json other) {
        return object(put -> {
            forEachField(put);
            other.forEachField(put);
        });
    }

    /** This value as UTF-8 bytes without white space. */
    public byte[] toBytes() {
        return JsonCodec.write(node());
    }

    /** Whether this is JSON null, or text without a visible character. */
    public boolean isBlank() {
        return node().isNull() || (node().isTextual() && InvisibleCharacters.isBlank(node().textValue()));
    }

    /** Whether this is JSON null. */
    public boolean isNull() {
        return node().isNull();
    }

    /** Whether this is a JSON object. */
    public boolean isObject() {
        return source instanceof LazyObject || node().isObject();
    }

    /** Whether this is a JSON array. */
    public boolean isList() {
        return node().isArray();
    }

    /** Whether this is a JSON array without elements. */
    public boolean isEmptyList() {
        return node().isArray() && node().isEmpty();
    }

    /** Whether this is a JSON object without fields. */
    public boolean isEmptyObject() {
        return node().isObject() && node().isEmpty();
    }

    /** Whether this is a JSON number. */
    public boolean isNumber() {
        return node().isNumber();
    }

    /** Whether this is a JSON boolean. */
    public boolean isBoolean() {
        return node().isBoolean();
    }

    /** The text of a JSON text; empty for every other kind of value. */
    public Optional<String> text() {
        return Optional.ofNullable(node().textValue());
    }

    /** Whether this is the JSON text {@code text}. */
    public boolean isText(String text) {
        return text.equals(node().textValue());
    }

    /** The characters of a text, number or boolean, numbers in plain digits; empty for objects, arrays and null. */
    public Optional<String> scalar() {
        if (node().isBigDecimal()) {
            return Optional.of(JsonNumbers.plain(node().decimalValue()));
        }
        return node().isValueNode() && !node().isNull() ? Optional.of(node().asText()) : Optional.empty();
    }

    /** The value of a JSON number, to calculate with; empty if it is none, or not {@link JsonNumbers#isShort short}. */
    public Optional<BigDecimal> decimal() {
        return node().isNumber() ? Optional.of(node().decimalValue()).filter(JsonNumbers::isShort) : Optional.empty();
    }

    /** The value of a JSON number, rounded to a double; 0 for every other kind of value. */
    public double doubleValue() {
        return node().doubleValue();
    }

    /** The number of elements of an array or fields of an object; otherwise 0. */
    public int size() {
        return node().size();
    }

    /** The elements of an array; otherwise an empty list. */
    public List<Json> elements() {
        List<Json> elements = new ArrayList<>(node().isArray() ? node().size() : 0);
        if (node().isArray()) {
            node().forEach(element -> elements.add(new Json(element)));
        }
        return elements;
    }

    /** The fields of an object in their order; otherwise an empty map. */
    public Map<String, Json> fields() {
        Map<String, Json> fields = LinkedHashMap.newLinkedHashMap(node().isObject() ? node().size() : 0);
        forEachField(fields::put);
        return fields;
    }

    /** Whether this is an object that has fields, and each of them passes the test. */
    public boolean hasOnly(BiPredicate<String, Json> test) {
        for (Map.Entry<String, JsonNode> field : node().properties()) {
            if (!test.test(field.getKey(), new Json(field.getValue()))) {
                return false;
            }
        }
        return node().isObject() && !node().isEmpty();
    }

    /** Calls {@code action} with each field of an object, in their order; otherwise not at all. */
    public void forEachField(BiConsumer<String, Json> action) {
        node().properties().forEach(field -> action.accept(field.getKey(), new Json(field.getValue())));
    }

    /** Whether this is an object with a field {@code name}, which may be JSON null. */
    public boolean has(String name) {
        return node().has(name);
    }

    /** The value of the field {@code name}; empty if there is none or it is JSON null. */
    public Optional<Json> field(String name) {
        JsonNode value = source instanceof LazyObject lazy ? lazy.field(name) : node().get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(new Json(value));
    }

    /** The value at a path of field names; empty if a field on the path is missing or JSON null. */
    public Optional<Json> at(String... names) {
        Optional<Json> current = Optional.of(this);
        for (String name : names) {
            current = current.flatMap(value -> value.field(name));
        }
        return current;
    }

    @JsonValue
    JsonNode node() {
        return source instanceof LazyObject lazy ? lazy.get() : (JsonNode) source;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && node().equals(json.node());
    }

    @Override
    public int hashCode() {
        return node().hashCode();
    }

    /** The kind of the value only, because the value may contain personal data. */
    @Override
    public String toString() {
        return "Json(" + node().getNodeType() + ")";
    }
}

package io.github.kustomerconnector.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON value: what a process variable holds before it is checked, and what Kustomer answers.
 *
 * <p>Connector inputs bind to this type rather than to text, lists or maps, so that no wrong type fails inside the
 * runtime's mapper: the operation checks the value and names the field. It binds from any JSON value, JSON {@code null}
 * binds to a Java null, and it serialises to the value that it holds.
 */
@JsonDeserialize(using = Json.Deserializer.class)
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectReader PART = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectReader BINDING = MAPPER.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Numbers with more zeros than this stay in scientific notation: spelled out, they could fill the memory. */
    private static final int MAX_ZEROS = 100;

    /** JSON null. */
    public static final Json NULL = new Json(NODES.nullNode());

    private final JsonNode node;

    private Json(JsonNode node) {
        this.node = node;
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
    public static Json list(List<Json> elements) {
        ArrayNode array = NODES.arrayNode(elements.size());
        elements.forEach(element -> array.add(element.node));
        return new Json(array);
    }

    /** A JSON object of {@code fields}, in their order. */
    public static Json object(Map<String, Json> fields) {
        return object(fields::forEach);
    }

    /** A JSON object of the fields that {@code putting} puts, in their order. */
    public static Json object(Consumer<BiConsumer<String, Json>> putting) {
        ObjectNode object = NODES.objectNode();
        putting.accept((name, value) -> object.set(name, value.node));
        return new Json(object);
    }

    /**
     * The one JSON value in {@code bytes} (UTF-8); empty if the bytes are not exactly one JSON value, such as an HTML page,
     * a cut body or nothing at all.
     */
    public static Optional<Json> parse(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(new Json(node));
        } catch (IOException | NumberFormatException e) {
            // The latter for an exponent that no number has.
            return Optional.empty();
        }
    }

    /**
     * This object as a record of the given type, with a component for each field. An unknown field is an error.
     *
     * @param failure makes the exception for a value that does not bind
     */
    public <T> T bind(Class<T> type, Function<BindingError, ? extends RuntimeException> failure) {
        try {
            return BINDING.forType(type).readValue(node);
        } catch (IOException e) {
            throw failure.apply(BindingError.of(e));
        }
    }

    /** This object with the fields of another, which replace its own. */
    public Json with(Json other) {
        return object(put -> {
            eachField(put);
            other.eachField(put);
        });
    }

    /** This value as UTF-8 bytes without white space. */
    public byte[] toBytes() {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that can't be written", e);
        }
    }

    /** Whether nothing is given: JSON null, or text without a visible character. */
    public boolean isBlank() {
        return isBlank(node);
    }

    private static boolean isBlank(JsonNode node) {
        return node.isNull() || (node.isTextual() && node.textValue().isBlank());
    }

    /** Whether this is an object with fields, none of which is given. */
    public boolean isObjectOfBlanks() {
        if (!node.isObject() || node.isEmpty()) {
            return false;
        }
        for (JsonNode value : node) {
            if (!isBlank(value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is JSON null. */
    public boolean isNull() {
        return node.isNull();
    }

    /** Whether this is a JSON object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** Whether this is a JSON array. */
    public boolean isList() {
        return node.isArray();
    }

    /** Whether this is a JSON array without elements. */
    public boolean isEmptyList() {
        return node.isArray() && node.isEmpty();
    }

    /** Whether this is a JSON number. */
    public boolean isNumber() {
        return node.isNumber();
    }

    /** Whether this is a JSON boolean. */
    public boolean isBoolean() {
        return node.isBoolean();
    }

    /** The text of a JSON text; empty for every other kind of value. */
    public Optional<String> text() {
        return Optional.ofNullable(node.textValue());
    }

    /** Whether this is the JSON text {@code text}. */
    public boolean isText(String text) {
        return text.equals(node.textValue());
    }

    /** The characters of a text, number or boolean, numbers in plain digits; empty for objects, arrays and null. */
    public Optional<String> scalar() {
        if (node.isBigDecimal()) {
            BigDecimal number = node.decimalValue();
            boolean isLong = number.scale() > MAX_ZEROS || number.scale() < -MAX_ZEROS;
            return Optional.of(isLong ? number.toString() : number.toPlainString());
        }
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** How many elements an array or fields an object has; of anything else, 0. */
    public int size() {
        return node.size();
    }

    /** The elements of an array; of anything else, no elements. */
    public List<Json> elements() {
        List<Json> elements = new ArrayList<>(node.isArray() ? node.size() : 0);
        if (node.isArray()) {
            node.forEach(element -> elements.add(new Json(element)));
        }
        return elements;
    }

    /** The fields of an object in their order; of anything else, no fields. */
    public Map<String, Json> fields() {
        Map<String, Json> fields = LinkedHashMap.newLinkedHashMap(node.isObject() ? node.size() : 0);
        eachField(fields::put);
        return fields;
    }

    /** Takes the fields of an object in their order; of anything else, no fields. */
    public void eachField(BiConsumer<String, Json> taker) {
        node.properties().forEach(field -> taker.accept(field.getKey(), new Json(field.getValue())));
    }

    /** Every text in this value, however deep; names of fields do not count. */
    public List<String> texts() {
        return words(JsonToken.VALUE_STRING);
    }

    /** Every name of a field in this value, however deep. */
    public List<String> names() {
        return words(JsonToken.FIELD_NAME);
    }

    private List<String> words(JsonToken kind) {
        List<String> words = new ArrayList<>();
        // Not by recursion, which the deepest value would take too far.
        try (JsonParser parser = node.traverse()) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == kind) {
                    words.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a JSON tree that can't be read", e);
        }
        return words;
    }

    /** Whether this is an object with a field {@code name}, be it JSON null. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** The value under {@code name} of an object; empty if there is none or it is JSON null. */
    public Optional<Json> field(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(new Json(value));
    }

    /** The value found by following {@code names} from object to object; empty if the way ends early. */
    public Optional<Json> at(String... names) {
        Optional<Json> here = Optional.of(this);
        for (String name : names) {
            here = here.flatMap(value -> value.field(name));
        }
        return here;
    }

    @JsonValue
    JsonNode node() {
        return node;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && node.equals(json.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** The kind of value only: what a process handed over may be personal and belongs into no log. */
    @Override
    public String toString() {
        return "Json(" + node.getNodeType() + ")";
    }

    static final class Deserializer extends StdDeserializer<Json> {
        private static final long serialVersionUID = 1L;

        Deserializer() {
            super(Json.class);
        }

        @Override
        public Json deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new Json(PART.readTree(parser));
        }
    }
}

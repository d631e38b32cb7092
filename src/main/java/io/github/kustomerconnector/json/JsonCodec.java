package io.github.kustomerconnector.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Reads and writes JSON trees. Decimal numbers keep all their digits. */
final class JsonCodec {

    /**
     * The levels of arrays and objects that a value may have. The runtime overflows a stack of 1 MB on a result or an
     * event with about 370 levels, and then neither completes nor fails the job.
     */
    private static final int MAX_DEPTH = 128;

    /** The smallest of the mapper's other limits. A body that is not longer can't exceed one, so it is not parsed. */
    private static final int LONGEST_NUMBER = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Reads a value inside a larger document, so further tokens follow it. */
    private static final ObjectReader PART = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectReader BINDING = MAPPER.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private JsonCodec() {}

    /** The one JSON value in {@code bytes} (UTF-8); empty if the bytes are not exactly one JSON value. */
    static Optional<JsonNode> read(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (IOException | NumberFormatException e) {
            // Jackson throws NumberFormatException for an exponent that is out of range.
            return Optional.empty();
        }
    }

    private static int openings(byte[] bytes) {
        int openings = 0;
        for (byte one : bytes) {
            openings += one == '{' || one == '[' ? 1 : 0;
        }
        return openings;
    }

    /** Whether {@link #read(byte[])} can read JSON that {@link #write} has written. */
    static boolean isReadable(byte[] bytes) {
        if (bytes.length <= LONGEST_NUMBER && openings(bytes) <= MAX_DEPTH) {
            return true;
        }
        try (JsonParser parser = parser(bytes)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                token = parser.nextToken();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A parser of the JSON in {@code bytes}. */
    static JsonParser parser(byte[] bytes) throws IOException {
        return parser(bytes, 0, bytes.length);
    }

    /** A parser of the JSON from {@code start} to {@code end} (exclusive). */
    static JsonParser parser(byte[] bytes, int start, int end) throws IOException {
        return MAPPER.createParser(bytes, start, end - start);
    }

    /** The value at the parser. Further tokens may follow. */
    static JsonNode readPart(JsonParser parser) throws IOException {
        return PART.readTree(parser);
    }

    /**
     * The object as a record of the given type.
     *
     * @throws IOException if it does not bind; its message repeats the value
     */
    static <T> T bind(JsonNode node, Class<T> type) throws IOException {
        try (JsonParser parser = new NodeParser(node, MAPPER)) {
            return BINDING.forType(type).readValue(parser);
        }
    }

    /** The value as UTF-8 bytes without white space. */
    static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that can't be written", e);
        }
    }

    /** The texts of all tokens of one kind. It does not recurse, because a deep value would overflow the stack. */
    static List<String> tokens(JsonNode node, JsonToken kind) {
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = node.traverse()) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == kind) {
                    texts.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a JSON tree that can't be read", e);
        }
        return texts;
    }

    /** The value that {@code object} serializes to, as text. */
    static String text(Object object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object that can't be written", e);
        }
    }

    /** The fields of the JSON object that {@code object} serializes to, as maps, lists and plain values. */
    static Map<String, Object> fields(Object object) {
        return MAPPER.convertValue(object, FIELDS);
    }

    /**
     * The value with each text and field name changed, and with whole numbers of more than 64 bits as decimal numbers.
     * It does not recurse.
     */
    static JsonNode mapped(JsonNode node, UnaryOperator<String> change) {
        try (JsonParser parser = node.traverse();
                TokenBuffer changed = new TokenBuffer(MAPPER, false)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case FIELD_NAME -> changed.writeFieldName(change.apply(parser.getText()));
                    case VALUE_STRING -> changed.writeString(change.apply(parser.getText()));
                    case VALUE_NUMBER_INT -> {
                        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                            changed.writeNumber(parser.getDoubleValue());
                        } else {
                            changed.copyCurrentEvent(parser);
                        }
                    }
                    default -> changed.copyCurrentEvent(parser);
                }
            }
            return MAPPER.readTree(changed.asParser());
        } catch (IOException e) {
            throw new IllegalStateException("a JSON tree that can't be copied", e);
        }
    }

    /** An empty buffer for the tokens of one value. */
    static TokenBuffer buffer() {
        return new TokenBuffer(MAPPER, false).forceUseOfBigDecimal(true);
    }

    /** The value whose tokens the buffer contains. */
    static Json read(TokenBuffer value) throws IOException {
        return new Json(MAPPER.readTree(value.asParser()));
    }

    /** The place of the first text or field name that passes the test, as steps from the root. */
    static Optional<JsonPointer> find(JsonNode node, Predicate<String> test) {
        try (JsonParser parser = node.traverse()) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (isText && test.test(parser.getText())) {
                    return Optional.of(parser.getParsingContext().pathAsPointer());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("a JSON tree that can't be read", e);
        }
    }

    static final class Deserializer extends StdDeserializer<Json> {
        private static final long serialVersionUID = 1L;

        Deserializer() {
            super(Json.class);
        }

        @Override
        public Json deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser instanceof NodeParser tree) {
                JsonNode node = tree.node();
                parser.skipChildren();
                return new Json(node);
            }
            return new Json(PART.readTree(parser));
        }
    }
}

package io.github.kustomerconnector.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer with one record as {@link Resource#read(Json)} does. It checks the whole answer, but makes no tree of
 * the objects in the record, because many tasks do not read them, and they may be large. For one answer.
 */
final class RecordReader {

    private final byte[] answer;
    private final JsonParser parser;
    private @Nullable Map<String, Json> data;

    private RecordReader(byte[] answer, JsonParser parser) {
        this.answer = answer;
        this.parser = parser;
    }

    /** The record; empty if the answer is not exactly one JSON object, or has no record. */
    static Optional<Resource> read(byte[] answer) {
        if (!isObject(answer)) {
            return Json.parse(answer).flatMap(Resource::read);
        }
        try (JsonParser parser = JsonCodec.parser(answer)) {
            return new RecordReader(answer, parser).read();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether this is an object in UTF-8 without white space before it. Other encodings have zero bytes. */
    private static boolean isObject(byte[] answer) {
        return answer.length > 1 && answer[0] == '{' && answer[1] != 0;
    }

    private Optional<Resource> read() throws IOException {
        parser.nextToken();
        Map<String, Json> body = fields(true);
        return parser.nextToken() == null ? Resource.of(data == null ? body : data) : Optional.empty();
    }

    /** The fields of the object at the parser, without those that are null. The last of several with a name counts. */
    private Map<String, Json> fields(boolean isBody) throws IOException {
        Map<String, Json> fields = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            boolean isData = isBody && name.equals("data");
            if (isData && token == JsonToken.START_OBJECT) {
                data = fields(false);
                continue;
            }
            data = isData ? null : data;
            Json value =
                    switch (token) {
                        case START_OBJECT -> object();
                        case VALUE_STRING -> Json.of(parser.getText());
                        default -> new Json(JsonCodec.readPart(parser));
                    };
            if (token == JsonToken.VALUE_NULL) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        }
        return fields;
    }

    /** The object at the parser, unread. */
    private Json object() throws IOException {
        int start = position() - 1;
        for (int depth = 1; depth > 0; ) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isNumeric()) {
                check();
            }
        }
        return new Json(answer, start, position());
    }

    /** Reads a number, because its exponent may be out of range. */
    private void check() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            parser.getDecimalValue();
        } else {
            parser.getNumberValue();
        }
    }

    /** The index after the last byte of the current token. */
    private int position() {
        return (int) parser.currentLocation().getByteOffset();
    }
}

package io.github.kustomerconnector.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in an answer that is parsed when it is read. Many tasks read only one field, so the first field that is
 * read makes no tree of the others. Safe for use by many threads.
 */
final class LazyObject {

    private interface Reading {
        JsonNode read(JsonParser parser) throws IOException;
    }

    private static final byte[] NO_BYTES = {};

    private byte[] answer;
    private final int start;
    private final int end;
    private boolean isRead;
    private @Nullable JsonNode node;

    /**
     * @param answer contains a valid object from {@code start} to {@code end}, in UTF-8; it is not copied
     * @param end exclusive
     */
    LazyObject(byte[] answer, int start, int end) {
        this.answer = answer;
        this.start = start;
        this.end = end;
    }

    /** The object. */
    synchronized JsonNode get() {
        if (node == null) {
            node = read(JsonCodec::readPart);
            // The bytes may be many, and are not needed any more.
            answer = NO_BYTES;
        }
        isRead = true;
        return node;
    }

    /** The field {@code name}; JSON null or Java null if there is none. */
    synchronized @Nullable JsonNode field(String name) {
        if (isRead) {
            return get().get(name);
        }
        isRead = true;
        return read(parser -> field(parser, name));
    }

    /** The last of several fields with the name, as in a tree. */
    private static JsonNode field(JsonParser parser, String name) throws IOException {
        JsonNode value = NullNode.getInstance();
        parser.nextToken();
        for (String next = parser.nextFieldName(); next != null; next = parser.nextFieldName()) {
            parser.nextToken();
            if (next.equals(name)) {
                value = JsonCodec.readPart(parser);
            } else {
                parser.skipChildren();
            }
        }
        return value;
    }

    private JsonNode read(Reading reading) {
        try (JsonParser parser = JsonCodec.parser(answer, start, end)) {
            return reading.read(parser);
        } catch (IOException e) {
            throw new IllegalStateException("a part of JSON that can't be read", e);
        }
    }
}

package io.github.kustomerconnector.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A JSON object in an answer that is parsed when it is first read. Safe for use by many threads. */
final class LazyObject {

    private static final byte[] NO_BYTES = {};

    private byte[] answer;
    private final int start;
    private final int end;
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
            node = JsonCodec.readPart(answer, start, end);
            // The bytes may be many, and are not needed any more.
            answer = NO_BYTES;
        }
        return node;
    }
}

package io.github.kustomerconnector.json;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The body of a request or an answer: bytes that are JSON in UTF-8, or were meant to be. */
public final class Body {

    /** No bytes. */
    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A body to send. */
    public static Body of(Json json) {
        return new Body(json.toBytes());
    }

    /** A body that came, in parts. */
    public static Body received(List<ByteBuffer> parts) {
        int size = parts.stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer whole = ByteBuffer.allocate(size);
        parts.forEach(part -> whole.put(part.duplicate()));
        return new Body(whole.array());
    }

    /** A body that came whole. */
    public static Body received(byte[] bytes) {
        return received(List.of(ByteBuffer.wrap(bytes)));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes as JSON; empty if they are not exactly one JSON value. */
    public Optional<Json> json() {
        return Json.parse(bytes);
    }

    /** Length in bytes. */
    public int size() {
        return bytes.length;
    }

    /** Whether the bytes contain {@code text}, which must be plain ASCII. */
    public boolean contains(String text) {
        int last = bytes.length - text.length();
        for (int start = 0; start <= last; start++) {
            int same = 0;
            while (same < text.length() && bytes[start + same] == text.charAt(same)) {
                same++;
            }
            if (same == text.length()) {
                return true;
            }
        }
        return false;
    }

    /** The length only: a body may be personal and belongs into no log. */
    @Override
    public String toString() {
        return "Body(" + bytes.length + " bytes)";
    }
}

package io.github.kustomerconnector.json;

import java.nio.ByteBuffer;
import java.util.Arrays;
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

    /** A body while it comes, part by part. Each part is copied: one of a few bytes may hold on to a buffer of many. */
    public static final class Coming {

        private byte[] bytes;
        private int size;

        /** @param expected the length of the body in bytes, as far as it is known: a guess costs nothing but time */
        public Coming(int expected) {
            bytes = new byte[expected];
        }

        /** Adds a part. */
        public void add(ByteBuffer part) {
            int before = size;
            size += part.remaining();
            if (size > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size));
            }
            part.get(bytes, before, size - before);
        }

        /** Length in bytes of what has come. */
        public int size() {
            return size;
        }

        /** What has come. */
        public Body whole() {
            // A full array is left as it is: the next part would make a new one.
            return new Body(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
        }
    }
}

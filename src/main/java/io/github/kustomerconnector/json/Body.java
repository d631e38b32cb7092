package io.github.kustomerconnector.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The body of a request, which is JSON in UTF-8, or of an answer, which may be any bytes. */
public final class Body {

    /** No bytes. */
    public static final Body EMPTY = new Body(new byte[0]);

    private static final byte[] NO_BYTES = {};

    private byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The body that contains {@code json}. */
    public static Body of(Json json) {
        return new Body(json.toBytes());
    }

    /**
     * A body with these bytes; this one is empty afterwards, because the JDK's client refers to it as long as its
     * connection is pooled.
     */
    public Body moved() {
        Body moved = new Body(bytes);
        bytes = NO_BYTES;
        return moved;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A view of the bytes that can't be changed. */
    public ByteBuffer view() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** The bytes as JSON; empty if they are not exactly one JSON value. */
    public Optional<Json> json() {
        return Json.parse(bytes);
    }

    /** Whether an answer with the JSON of this body could be read: not if it has too many levels or too long names. */
    public boolean isReadable() {
        return JsonCodec.isReadable(bytes);
    }

    /** The bytes as a record; empty if they are none, as for {@link Resource#read(Json)}. */
    public Optional<Resource> record() {
        return RecordReader.read(bytes);
    }

    /**
     * The start of the bytes as text in UTF-8.
     *
     * @param limit the maximum number of bytes that are read
     */
    public String text(int limit) {
        return new String(bytes, 0, Math.min(limit, bytes.length), StandardCharsets.UTF_8);
    }

    /** Length in bytes. */
    public int size() {
        return bytes.length;
    }

    /** Whether the bytes contain {@code text}, which must be plain ASCII. */
    public boolean contains(String text) {
        int last = bytes.length - text.length();
        for (int start = 0; start <= last; start++) {
            int matched = 0;
            while (matched < text.length() && bytes[start + matched] == text.charAt(matched)) {
                matched++;
            }
            if (matched == text.length()) {
                return true;
            }
        }
        return false;
    }

    /** A number that is the same for the same bytes, and almost never for others. */
    public int checksum() {
        return Arrays.hashCode(bytes);
    }

    /** The length only, because a body may contain personal data. */
    @Override
    public String toString() {
        return "Body(" + bytes.length + " bytes)";
    }

    /** Builds a body from parts. Copies each part, because a small part may keep a large buffer in memory. */
    public static final class Builder {

        private byte[] bytes;
        private int size;

        /** @param initialSize the initial buffer size in bytes. The buffer grows if the body is larger */
        public Builder(int initialSize) {
            bytes = new byte[initialSize];
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

        /** The number of bytes added so far. */
        public int size() {
            return size;
        }

        /** The body of all parts added so far. */
        public Body build() {
            // A full array needs no copy, because a further part makes a new array.
            return new Body(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
        }
    }
}

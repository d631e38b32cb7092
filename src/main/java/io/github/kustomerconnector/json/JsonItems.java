package io.github.kustomerconnector.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The values in a stream, one after the other in constant memory: the elements of a JSON array, or the values of JSON
 * lines. A stream that begins with {@code [} is an array. For one thread.
 */
public abstract sealed class JsonItems implements AutoCloseable permits JsonArrayItems, JsonLineItems {

    /** The maximum length of one value in bytes. */
    public static final int MOST_BYTES = 1024 * 1024;

    /** The item in place of a longer value. */
    static final Item TOO_LONG = new Item.Broken("is longer than " + MOST_BYTES + " bytes");

    /** One value of the stream. */
    public sealed interface Item {

        /** A value that was read. */
        record Value(Json json) implements Item {}

        /** A value that can't be read; {@code problem} continues its name: "is not JSON". */
        record Broken(String problem) implements Item {}
    }

    /**
     * The values in the stream, which this closes, also if its first character can't be read.
     *
     * @param content in UTF-8, with or without a byte order mark
     */
    public static JsonItems of(InputStream content) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(content, 64 * 1024);
        try {
            return firstCharacter(stream) == '[' ? new JsonArrayItems(stream) : new JsonLineItems(stream);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** The first byte of content, which stays in the stream; -1 if there is none. */
    private static int firstCharacter(InputStream stream) throws IOException {
        while (true) {
            stream.mark(4);
            int one = stream.read();
            boolean isMark = one == 0xEF || one == 0xBB || one == 0xBF;
            if (!isMark && (one < 0 || one > ' ')) {
                stream.reset();
                return one;
            }
        }
    }

    /** The next value; empty at the end. */
    public abstract Optional<Item> next() throws IOException;

    /** Passes over the next value without reading it; false at the end. */
    public abstract boolean skip() throws IOException;

    @Override
    public abstract void close() throws IOException;
}

package io.github.kustomerconnector.json;

import java.io.IOException;
import java.io.InputStream;

/**
 * A JSON document without the rest of each text that is longer than {@link JsonItems#MOST_BYTES}. A parser holds a text
 * as a whole, so a longer one could fill the memory.
 */
final class ShortenedTexts extends InputStream {

    /** The number of characters after a backslash: {@code u} and four digits. */
    private static final int LONGEST_ESCAPE = 5;

    private final InputStream content;
    private boolean isInText;
    private boolean isPassing;
    private int escaped;
    private int length;

    ShortenedTexts(InputStream content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        int kept = 0;
        while (kept == 0 && most > 0) {
            int read = content.read(buffer, offset, most);
            if (read < 0) {
                return -1;
            }
            kept = keep(buffer, offset, offset + read);
        }
        return kept;
    }

    private int keep(byte[] buffer, int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            if (isKept(buffer[i])) {
                buffer[end++] = buffer[i];
            }
        }
        return end - from;
    }

    private boolean isKept(byte one) {
        if (!isInText) {
            isInText = one == '"';
            length = 0;
            return true;
        }
        boolean beginsCharacter = escaped == 0 && (one & 0xC0) != 0x80;
        if (beginsCharacter && one == '"') {
            isInText = false;
            isPassing = false;
            return true;
        }
        isPassing |= beginsCharacter && length >= JsonItems.MOST_BYTES;
        escaped = escapedAfter(one);
        length++;
        return !isPassing;
    }

    private int escapedAfter(byte one) {
        if (escaped == 0) {
            return one == '\\' ? LONGEST_ESCAPE : 0;
        }
        return escaped == LONGEST_ESCAPE && one != 'u' ? 0 : escaped - 1;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}

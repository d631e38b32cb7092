package io.github.kustomerconnector.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One JSON value per line. Blank lines are no values. */
final class JsonLineItems extends JsonItems {

    private static final Item NOT_JSON = new Item.Broken("is not JSON");

    private final InputStream stream;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int end;
    private boolean isTooLong;

    JsonLineItems(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public Optional<Item> next() throws IOException {
        while (readLine(true)) {
            if (isTooLong) {
                return Optional.of(TOO_LONG);
            }
            if (line.size() > 0) {
                return Optional.of(Json.parse(line.toByteArray())
                        .<Item>map(Item.Value::new)
                        .orElse(NOT_JSON));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean skip() throws IOException {
        while (readLine(false)) {
            if (line.size() > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /**
     * Reads a line without the blanks at its beginning; false at the end.
     *
     * @param isKept whether to keep the line; otherwise only its first byte
     */
    private boolean readLine(boolean isKept) throws IOException {
        line.reset();
        isTooLong = false;
        boolean isAny = false;
        while (position < end || fill()) {
            isAny = true;
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            boolean isEnd = position < end;
            add(start, position, isKept);
            if (isEnd) {
                position++;
                return true;
            }
        }
        return isAny;
    }

    private void add(int from, int to, boolean isKept) {
        int start = from;
        while (line.size() == 0 && start < to && buffer[start] <= ' ' && buffer[start] >= 0) {
            start++;
        }
        int length = isKept ? to - start : Math.min(to - start, line.size() == 0 ? 1 : 0);
        if (line.size() + length > MOST_BYTES) {
            isTooLong = true;
        } else if (length > 0) {
            line.write(buffer, start, length);
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, stream.read(buffer));
        return end > 0;
    }
}

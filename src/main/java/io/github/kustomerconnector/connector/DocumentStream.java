package io.github.kustomerconnector.connector;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of a document. A document store may fail with any exception; this throws it as a checked one. */
final class DocumentStream extends FilterInputStream {

    DocumentStream(InputStream content) {
        super(content);
    }

    private interface Access<T> {
        T run() throws IOException;
    }

    @Override
    public int read() throws IOException {
        return checked(super::read);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return checked(() -> super.read(into, offset, length));
    }

    @Override
    public long skip(long count) throws IOException {
        return checked(() -> super.skip(count));
    }

    @Override
    public int available() throws IOException {
        return checked(super::available);
    }

    @Override
    public void close() throws IOException {
        checked(() -> {
            super.close();
            return true;
        });
    }

    private static <T> T checked(Access<T> access) throws IOException {
        try {
            return access.run();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** Shows only the exception's type, because its message may contain an address. */
    static IOException unreadable(RuntimeException problem) {
        return new IOException(
                "the document can't be read (" + problem.getClass().getSimpleName() + ")", problem);
    }
}

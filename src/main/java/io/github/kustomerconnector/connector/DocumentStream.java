package io.github.kustomerconnector.connector;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of a document. A document store may fail with any exception while it is read; here it is a checked one. */
final class DocumentStream extends FilterInputStream {

    DocumentStream(InputStream content) {
        super(content);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
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

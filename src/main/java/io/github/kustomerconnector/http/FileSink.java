package io.github.kustomerconnector.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the content of a file while it is received.
 *
 * @param <T> what is made of the content
 */
@FunctionalInterface
public interface FileSink<T> {

    /**
     * Reads the content to its end; the caller closes it.
     *
     * @throws IOException if the content ends early, or can't be taken
     */
    T take(InputStream content) throws IOException;
}

package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import java.io.IOException;
import java.io.InputStream;

/** The documents of a process. */
@FunctionalInterface
public interface Documents {

    /**
     * The content of a document, from its beginning; the caller closes it.
     *
     * @param reference the document reference of the process
     * @throws IOException if the document does not exist or can't be read now
     */
    InputStream open(Json reference) throws IOException;

    /**
     * Stores a new document.
     *
     * @return the document reference, as a process variable contains it
     * @throws IOException if the content can't be read, or the document can't be stored now
     */
    default Json store(NewDocument document) throws IOException {
        throw new IOException("there is no document store");
    }
}

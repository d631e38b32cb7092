package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import java.io.IOException;
import java.io.InputStream;

/** Reads and creates documents of a process. */
@FunctionalInterface
public interface Documents {

    /** For calls without documents. */
    Documents NONE = reference -> {
        throw new IOException("there are no documents");
    };

    /**
     * The content of a document, from its beginning; the caller closes it.
     *
     * @param reference the document reference of the process
     * @throws IOException if the document does not exist or can't be read now
     */
    InputStream open(Json reference) throws IOException;

    /**
     * Creates a document.
     *
     * @return its reference, as a process variable contains it
     * @throws IOException if the document can't be stored now
     */
    default Json create(String fileName, String contentType, byte[] content) throws IOException {
        throw new IOException("there is no document store");
    }
}

package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;
import java.io.IOException;
import java.io.InputStream;

/** Where the documents of a process are read. */
@FunctionalInterface
public interface Documents {

    /** For calls that carry none. */
    Documents NONE = reference -> {
        throw new IOException("there are no documents");
    };

    /**
     * The content of a document, from its beginning; the caller closes it.
     *
     * @param reference what the process holds of the document
     * @throws IOException if the document is not there, or can't be read now
     */
    InputStream open(Json reference) throws IOException;
}

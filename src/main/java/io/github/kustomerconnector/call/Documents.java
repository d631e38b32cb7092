package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import java.io.IOException;
import java.io.InputStream;

/** Reads the documents of a process. */
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
}

package io.github.kustomerconnector.call;

import java.io.IOException;

/** The documents of a process that has none. */
public final class NoDocuments {

    public static final Documents NONE = reference -> {
        throw new IOException("there are no documents");
    };

    private NoDocuments() {}
}

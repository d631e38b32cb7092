package io.github.kustomerconnector.architecture.faulty.json;

import io.github.kustomerconnector.architecture.faulty.client.ClientKnowsJackson;

/** A class of the lowest layer that depends on a higher layer, which depends on it too: wrong direction and cycle. */
public final class JsonKnowsClient {

    private JsonKnowsClient() {}

    /** Depends on a higher layer. */
    public static ClientKnowsJackson up() {
        return new ClientKnowsJackson();
    }
}

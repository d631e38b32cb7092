package io.github.kustomerconnector.architecture.faulty.json;

import io.github.kustomerconnector.architecture.faulty.client.KnowsJackson;

/** The lowest layer knows the one above it, which knows it in turn: a wrong direction and a cycle. */
public final class LooksUp {

    private LooksUp() {}

    /** Depends upwards. */
    public static KnowsJackson up() {
        return new KnowsJackson();
    }
}

package io.github.kustomerconnector.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Kustomer that the connectors call. */
interface Target extends AutoCloseable {

    /**
     * The real Kustomer if the environment has a key and an address, a simulated one if it has neither.
     *
     * @throws IllegalArgumentException if it has only one of them, or an organization that is no name
     */
    static Target of(Map<String, String> environment) {
        return KustomerTarget.of(environment).orElseGet(SimulatorTarget::new);
    }

    /** A description for the output, without the key. */
    String description();

    String baseUrl();

    /** The address of a page that shows the records; empty if there is none. */
    default Optional<String> page() {
        return Optional.empty();
    }

    /** The API key. It is never printed. */
    String apiKey();

    /**
     * The stored records as lines of text.
     *
     * @param inFull whether to list the records after their number
     */
    List<String> stored(boolean inFull);

    @Override
    void close();
}

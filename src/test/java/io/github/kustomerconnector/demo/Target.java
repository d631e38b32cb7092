package io.github.kustomerconnector.demo;

import java.util.List;
import java.util.Map;

/** The Kustomer that the connectors talk to. */
interface Target extends AutoCloseable {

    /** The real Kustomer if the environment has what it takes, otherwise a simulated one. */
    static Target of(Map<String, String> environment) {
        return KustomerTarget.of(environment).orElseGet(SimulatorTarget::new);
    }

    /** What it is, for people; without the key. */
    String description();

    String baseUrl();

    /** Never shown. */
    String apiKey();

    /**
     * What is stored there now, line by line.
     *
     * @param inFull with the records, not only their number
     */
    List<String> stored(boolean inFull);

    @Override
    void close();
}

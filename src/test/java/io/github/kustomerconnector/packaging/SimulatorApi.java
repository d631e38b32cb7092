package io.github.kustomerconnector.packaging;

import java.util.List;

/** What a user of the simulator's jar can name. */
final class SimulatorApi {

    private static final String PACKAGE = "io.github.kustomerconnector.simulator.";

    /** All public types. {@code docs/simulator.md} describes each. */
    static final List<String> TYPES = List.of(
            PACKAGE + "ClientIds",
            PACKAGE + "ErrorShape",
            PACKAGE + "KustomerExtension",
            PACKAGE + "KustomerTest",
            PACKAGE + "NextRequest",
            PACKAGE + "RetryAfter",
            PACKAGE + "Settings",
            PACKAGE + "SimulatedKustomer",
            PACKAGE + "SimulatedRequest");

    private SimulatorApi() {}
}

package io.github.kustomerconnector.simulator;

/** What goes wrong with a bulk that the simulator accepted. */
@ForOwnTests
public enum BulkFault {
    /** Only the first half of the items is carried out. The bulk ends without results of the others. */
    HALF_DONE,
    /** All items are carried out. The bulk ends without results. */
    NO_RESULTS
}

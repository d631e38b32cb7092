package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;

/**
 * A fault in the requests of a job.
 *
 * @param nth the only request of the target that gets the fault, from 1; 0 for the first {@code times} requests
 * @param times the number of consecutive requests that get the fault
 */
record PlannedFault(Fault fault, FaultTarget target, int nth, int times) {

    void inject(KustomerSimulator kustomer) {
        if (nth == 0) {
            kustomer.inject(fault, target.matcher(), times);
        } else {
            kustomer.inject(fault, target.matcher().nth(nth), 1);
        }
    }

    @Override
    public String toString() {
        return "%s %s at %s %s".formatted(fault, fault.step(), target, nth == 0 ? "x" + times : "number " + nth);
    }
}

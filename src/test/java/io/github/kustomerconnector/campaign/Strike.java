package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;

/**
 * A fault on a job's way.
 *
 * @param nth the only one of the target's requests that is struck, from 1; 0 for the first ones
 * @param times how many requests are struck in a row
 */
record Strike(Fault fault, Target target, int nth, int times) {

    void script(KustomerSimulator kustomer) {
        if (nth == 0) {
            kustomer.inject(fault, target.matcher(), times);
        } else {
            kustomer.inject(fault, target.matcher().nth(nth), 1);
        }
    }

    @Override
    public String toString() {
        String what = fault instanceof Fault.Canned canned
                ? canned.kind() + " " + canned.answer().status() + " "
                        + canned.answer().headers()
                : fault.toString();
        return "%s %s at %s %s".formatted(what, fault.step(), target, nth == 0 ? "x" + times : "number " + nth);
    }
}

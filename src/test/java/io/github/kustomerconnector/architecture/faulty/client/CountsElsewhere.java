package io.github.kustomerconnector.architecture.faulty.client;

import io.micrometer.core.instrument.Metrics;

/** Would not load where Micrometer is not there. */
public final class CountsElsewhere {

    void count() {
        Metrics.counter("count").increment();
    }
}

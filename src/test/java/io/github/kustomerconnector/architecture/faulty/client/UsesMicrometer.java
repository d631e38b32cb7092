package io.github.kustomerconnector.architecture.faulty.client;

import io.micrometer.core.instrument.Metrics;

/** Cannot be loaded without Micrometer. */
public final class UsesMicrometer {

    void count() {
        Metrics.counter("count").increment();
    }
}

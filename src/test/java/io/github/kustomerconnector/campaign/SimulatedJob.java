package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.JobRunner;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A job of the simulated engine.
 *
 * @param runners the connector in each runtime, by the number of the runtime
 * @param waits called in place of the wait before a retry
 * @param key of the element instance
 * @param alternating whether each retry goes to the other runtime
 * @param needsBackOff whether a retry waits until the simulator has no active request
 */
record SimulatedJob(
        IntFunction<JobRunner> runners,
        Consumer<Duration> waits,
        ObjectNode variables,
        long key,
        List<Delivery> deliveries,
        boolean alternating,
        boolean needsBackOff) {

    SimulatedJob {
        deliveries = List.copyOf(deliveries);
    }
}

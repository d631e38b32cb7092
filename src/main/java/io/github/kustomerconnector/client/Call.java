package io.github.kustomerconnector.client;

import java.time.Duration;

/**
 * What an operation asks of Kustomer, as a value: the operation describes it, the client carries it out.
 *
 * @param task who asks: the same for each delivery of a job
 * @param identity what is to be made only once: the task's own, or one that the business names
 * @param request the create
 * @param timeout how long to wait for each answer, up to {@link #LONGEST_TIMEOUT}
 * @param settlement how a duplicate or a lost answer is settled
 */
public record Call(Identity task, Identity identity, Request request, Duration timeout, Settlement settlement) {

    /** How long to wait for an answer if the task does not say. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** The longest that a task may wait for one answer; leaves time for look-ups. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
}

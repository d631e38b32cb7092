package io.github.kustomerconnector.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One event on its way to one webhook.
 *
 * @param webhook the id of the webhook
 * @param event the name of the event, such as {@code kustomer.conversation.create}
 * @param eventId the id of the event; two deliveries with the same id are duplicates
 * @param body the JSON that is sent; all attempts send the same
 * @param nextAttempt when the next attempt is due, by the simulator's clock; empty if there is none
 */
@ForOwnTests
public record WebhookDelivery(
        String webhook,
        String url,
        String event,
        String eventId,
        String body,
        Status status,
        List<Attempt> attempts,
        Optional<Instant> nextAttempt) {

    /** The state of a delivery. */
    public enum Status {
        /** It waits for its first attempt or for a retry. */
        PENDING,
        /** The receiver answered with 2xx. */
        DELIVERED,
        /** All attempts failed. */
        FAILED,
        /** It is sent no more, because the webhook was disabled or deleted, or its address is not allowed. */
        DISCARDED
    }

    /**
     * One attempt.
     *
     * @param status of the answer; empty if there was none
     * @param problem why the attempt failed; empty if it did not
     */
    public record Attempt(Instant at, OptionalInt status, String problem) {}

    /** Copies the attempts. */
    public WebhookDelivery {
        attempts = List.copyOf(attempts);
    }
}

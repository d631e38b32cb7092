package io.github.kustomerconnector.connector.inbound;

import io.camunda.connector.api.inbound.CorrelationRequest;
import io.camunda.connector.api.inbound.CorrelationResult;
import io.camunda.connector.api.inbound.CorrelationResult.Failure;
import io.camunda.connector.api.inbound.CorrelationResult.Success;
import io.camunda.connector.api.inbound.InboundConnectorContext;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands an event to the engine and decides the answer. Later versions of the SDK have more kinds of results, so
 * unknown ones count as successes or failures like the others.
 */
final class Correlation {

    /** The HTTP status with which the engine's REST API refuses a message that it has already. */
    private static final Integer CONFLICT = 409;

    private static final int MAX_CAUSES = 5;

    private Correlation() {}

    /**
     * Delivers an event. The event's id is the message id, so the engine takes a repeated event only once within the
     * message's time to live.
     *
     * @param own whether the connector's own user caused the event
     */
    static ReasonedAnswer of(InboundConnectorContext context, WebhookEvent event, boolean own) {
        CorrelationRequest request = CorrelationRequest.builder()
                .variables(event.variables(own))
                .messageId(event.id())
                .build();
        return of(context.correlate(request));
    }

    private static ReasonedAnswer of(CorrelationResult result) {
        if (result instanceof Success success) {
            boolean isKnown = success instanceof Success.MessageAlreadyCorrelated;
            return ReasonedAnswer.of(isKnown ? Answer.DUPLICATE : Answer.STORED);
        }
        return result instanceof Failure failure ? failed(failure) : notStored("the result of the engine is unknown");
    }

    /** A condition reads only the event, so it would not match at a repeat either. Everything else may heal. */
    private static ReasonedAnswer failed(Failure failure) {
        if (failure instanceof Failure.ActivationConditionNotMet) {
            return ReasonedAnswer.of(Answer.NOT_FOR_PROCESS);
        }
        if (failure instanceof Failure.Other other) {
            return isConflict(other.error())
                    ? ReasonedAnswer.of(Answer.DUPLICATE)
                    : notStored(other.error().getClass().getName());
        }
        return notStored(
                failure instanceof Failure.ZeebeClientStatus client
                        ? "the engine answered " + client.status()
                        : "an expression of the element failed, or the conditions of two elements match");
    }

    /**
     * Whether the engine's REST API answered 409. The runtime recognizes a duplicate over gRPC only. The client's
     * exception is read by reflection, because connectors have no dependency on the client.
     */
    private static boolean isConflict(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(cause -> CONFLICT.equals(statusCode(cause)));
    }

    private static @Nullable Object statusCode(Throwable error) {
        try {
            return error.getClass().getMethod("code").invoke(error);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static ReasonedAnswer notStored(String reason) {
        return new ReasonedAnswer(Answer.NOT_STORED, reason);
    }
}

package io.github.kustomerconnector.connector;

import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorExceptionBuilder;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.error.ConnectorRetryException;
import io.camunda.connector.api.outbound.JobContext;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The one mapping of failures to what the connector runtime understands. A final failure ends the job's retries and keeps
 * code and variables: the runtime does so for an exception whose cause is a {@link ConnectorInputException}. A failure
 * that passes costs one retry, after a back-off.
 */
final class EngineErrors {

    private static final String RETRY_BACKOFF = "retryBackoff";

    /** Kustomer counts requests by the minute: where it does not say how long to wait, two waits outlast one. */
    private static final Duration HALF_WINDOW = Duration.ofSeconds(30);

    private final FailureCounts failures;
    private final RandomGenerator random;

    EngineErrors(FailureCounts failures, RandomGenerator random) {
        this.failures = failures;
        this.random = random;
    }

    /** What to throw for {@code failure} of {@code job}. */
    ConnectorException of(Failure failure, JobContext job) {
        return switch (failure) {
            case Failure.InvalidInput input -> last(ErrorCode.KUSTOMER_INVALID_INPUT, input, List.of(), job);
            case Failure.Rejected rejected -> last(ErrorCode.KUSTOMER_REJECTED, rejected, List.of(), job);
            case Failure.NotFound notFound -> last(ErrorCode.KUSTOMER_NOT_FOUND, notFound, List.of(), job);
            case Failure.Duplicate duplicate -> last(ErrorCode.KUSTOMER_DUPLICATE, duplicate, duplicate.ids(), job);
            case Failure.Unauthorized refused -> last(ErrorCode.KUSTOMER_UNAUTHORIZED, refused, List.of(), job);
            case Failure.OutcomeUnknown unknown -> last(ErrorCode.KUSTOMER_OUTCOME_UNKNOWN, unknown, List.of(), job);
            case Failure.RateLimited limited ->
                again(
                        ErrorCode.KUSTOMER_RATE_LIMITED,
                        limited,
                        wait(limited.askedWait(), backOff(job).atLeast(HALF_WINDOW), job));
            case Failure.Unavailable unavailable ->
                again(ErrorCode.KUSTOMER_UNAVAILABLE, unavailable, wait(unavailable.askedWait(), backOff(job), job));
            case Failure.Unreadable unreadable ->
                again(ErrorCode.KUSTOMER_UNREADABLE, unreadable, wait(null, backOff(job), job));
        };
    }

    /** The runtime's own refusal of the variables, such as a secret that does not exist. */
    ConnectorException ofInput(ConnectorInputException refusal, JobContext job) {
        return of(
                new Failure.InvalidInput(
                        FailureDetails.NOTHING,
                        Objects.requireNonNullElse(refusal.getMessage(), "The variables do not fit the operation")),
                job);
    }

    private ConnectorException last(ErrorCode code, Failure failure, List<String> ids, JobContext job) {
        failures.forget(job.getElementInstanceKey());
        Map<String, Object> variables = new LinkedHashMap<>(failure.details().variables());
        if (!ids.isEmpty()) {
            variables.put("ids", ids);
        }
        return new ConnectorExceptionBuilder()
                .errorCode(code.name())
                .message(failure.message())
                .errorVariables(variables)
                .cause(new ConnectorInputException("retrying does not help"))
                .build();
    }

    /** Retries are left alone: unset, the job loses one. */
    private ConnectorException again(ErrorCode code, Failure failure, Duration wait) {
        return ConnectorRetryException.builder()
                .errorCode(code.name())
                .message(failure.message())
                .backoffDuration(wait)
                .build();
    }

    /** The wait that was asked for; a growing one where none was, or where none has not helped. */
    private Duration wait(@Nullable Duration asked, BackOff otherwise, JobContext job) {
        int count = failures.count(job.getElementInstanceKey());
        return asked == null || (asked.isZero() && count > 1)
                ? otherwise.growing(count, random)
                : BackOff.asked(asked, random);
    }

    /** The form's retry back-off is where the growth begins. */
    private static BackOff backOff(JobContext job) {
        String given = job.getCustomHeaders().get(RETRY_BACKOFF);
        try {
            Duration base = given == null ? Duration.ZERO : Duration.parse(given);
            return base.isPositive() ? new BackOff(base) : BackOff.DEFAULT;
        } catch (DateTimeException e) {
            return BackOff.DEFAULT;
        }
    }
}

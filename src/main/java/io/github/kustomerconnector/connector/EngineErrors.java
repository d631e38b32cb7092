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
 * Maps failures to exceptions of the connector SDK. A final failure sets the job's retries to zero and keeps code and
 * variables; the runtime does this for an exception whose cause is a {@link ConnectorInputException}. A temporary
 * failure costs one retry, after a back-off.
 */
final class EngineErrors {

    /** Follows the runtime's message about a secret that does not exist, because that names no field. */
    private static final String ABOUT_SECRETS =
            ". The connector runtime reads each text with secrets. in it as the name"
                    + " of a secret, also in a value from outside. Create the secret, or change the text in the field";

    private static final String RETRY_BACKOFF = "retryBackoff";

    /**
     * The shortest base after a 429 without a wait. Two such waits last longer than the minute of Kustomer's limits.
     */
    private static final Duration HALF_WINDOW = Duration.ofSeconds(30);

    private final FailureCounts failures;
    private final RandomGenerator random;

    EngineErrors(FailureCounts failures, RandomGenerator random) {
        this.failures = failures;
        this.random = random;
    }

    /** The exception for a failure of {@code job}. */
    ConnectorException of(Failure failure, JobContext job) {
        return switch (failure) {
            case Failure.InvalidInput input -> finalError(ErrorCode.KUSTOMER_INVALID_INPUT, input, List.of(), job);
            case Failure.Rejected rejected -> finalError(ErrorCode.KUSTOMER_REJECTED, rejected, List.of(), job);
            case Failure.NotFound notFound -> finalError(ErrorCode.KUSTOMER_NOT_FOUND, notFound, List.of(), job);
            case Failure.Duplicate duplicate ->
                finalError(ErrorCode.KUSTOMER_DUPLICATE, duplicate, duplicate.ids(), job);
            case Failure.Unauthorized refused -> finalError(ErrorCode.KUSTOMER_UNAUTHORIZED, refused, List.of(), job);
            case Failure.OutcomeUnknown unknown ->
                finalError(ErrorCode.KUSTOMER_OUTCOME_UNKNOWN, unknown, List.of(), job);
            case Failure.RateLimited limited ->
                temporaryError(
                        ErrorCode.KUSTOMER_RATE_LIMITED,
                        limited,
                        wait(limited.askedWait(), backOff(job).atLeast(HALF_WINDOW), job));
            case Failure.Unavailable unavailable ->
                temporaryError(
                        ErrorCode.KUSTOMER_UNAVAILABLE, unavailable, wait(unavailable.askedWait(), backOff(job), job));
            case Failure.Unreadable unreadable ->
                temporaryError(ErrorCode.KUSTOMER_UNREADABLE, unreadable, wait(null, backOff(job), job));
        };
    }

    /** The runtime's own refusal of the variables, such as a secret that does not exist. */
    ConnectorException ofInput(ConnectorInputException refusal, JobContext job) {
        String problem = Objects.requireNonNullElse(refusal.getMessage(), "The variables do not fit the operation");
        String more = problem.startsWith("Secret with name") ? ABOUT_SECRETS : "";
        return of(new Failure.InvalidInput(FailureDetails.NOTHING, problem + more), job);
    }

    private ConnectorException finalError(ErrorCode code, Failure failure, List<String> ids, JobContext job) {
        failures.forget(job.getElementInstanceKey());
        Map<String, Object> variables = new LinkedHashMap<>(failure.details().variables());
        variables.replaceAll((name, value) -> value instanceof String text ? Results.withoutLiteral(text) : value);
        if (!ids.isEmpty()) {
            variables.put("ids", ids);
        }
        return new ConnectorExceptionBuilder()
                .errorCode(code.name())
                .message(Results.withoutLiteral(failure.message()))
                .errorVariables(variables)
                .cause(new ConnectorInputException("retrying does not help"))
                .build();
    }

    /** The exception does not set the retries, so the runtime takes one from the job. */
    private ConnectorException temporaryError(ErrorCode code, Failure failure, Duration wait) {
        return ConnectorRetryException.builder()
                .errorCode(code.name())
                .message(Results.withoutLiteral(failure.message()))
                .backoffDuration(wait)
                .build();
    }

    /** The server's wait with jitter; else the back-off, also if the server repeats a wait of zero. */
    private Duration wait(@Nullable Duration asked, BackOff backOff, JobContext job) {
        int count = failures.count(job.getElementInstanceKey());
        return asked == null || (asked.isZero() && count > 1)
                ? backOff.exponential(count, random)
                : BackOff.jittered(asked, random);
    }

    /**
     * The back-off with the form's retry back-off as base; the default if that is missing, invalid or not positive.
     */
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

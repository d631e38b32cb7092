package io.github.kustomerconnector.connector;

import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorExceptionBuilder;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.error.ConnectorRetryException;
import io.camunda.connector.api.error.ConnectorRetryExceptionBuilder;
import io.camunda.connector.api.outbound.JobContext;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Jitter;
import io.github.kustomerconnector.json.ReservedText;
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
 * variables. The runtime does this for an exception whose cause is a {@link ConnectorInputException}. A temporary
 * failure costs one retry, after a back-off. A wait for the rate limit costs none.
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

    /** The retries of the templates. A job does not contain its own number. */
    static final int RETRIES = 10;

    /** The waits after which a task gives up. Each usually lasts from half a minute to several minutes. */
    static final int MAX_WAITS = 1000;

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
            case Failure.RateLimited limited -> waitForRateLimit(limited, job);
            case Failure.Unavailable unavailable ->
                temporaryError(ErrorCode.KUSTOMER_UNAVAILABLE, unavailable, wait(unavailable.askedWait(), job));
            case Failure.Unreadable unreadable ->
                temporaryError(ErrorCode.KUSTOMER_UNREADABLE, unreadable, wait(null, job));
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
        variables.replaceAll((name, value) -> value instanceof String text ? ReservedText.replaceIn(text) : value);
        if (!ids.isEmpty()) {
            variables.put("ids", ids);
        }
        String message = ReservedText.replaceIn(failure.message());
        if (TaskHeaders.of(job.getCustomHeaders()).readsBpmnError() && BpmnErrors.isAboutData(failure)) {
            variables.put(TaskHeaders.BPMN, BpmnErrors.of(code, message, Map.copyOf(variables)));
        }
        return new ConnectorExceptionBuilder()
                .errorCode(code.name())
                .message(message)
                .errorVariables(variables)
                .cause(new ConnectorInputException("retrying does not help"))
                .build();
    }

    /**
     * A wait that costs no retry: the job gets the templates' retries without those that its other failures have used.
     * The server's wait has no jitter, because the places of the waiting tasks are spaced already.
     */
    private ConnectorException waitForRateLimit(Failure.RateLimited limited, JobContext job) {
        FailureCounts.Counts counts = failures.countWait(job.getElementInstanceKey());
        if (counts.waits() > MAX_WAITS) {
            String message = limited.message() + ". The task has waited " + MAX_WAITS
                    + " times: check what else uses the limit, then retry the task";
            return finalError(
                    ErrorCode.KUSTOMER_RATE_LIMITED,
                    new Failure.RateLimited(limited.details(), message, null),
                    List.of(),
                    job);
        }
        return retryException(ErrorCode.KUSTOMER_RATE_LIMITED, limited)
                .backoffDuration(
                        isNoWait(limited.askedWait(), counts.waits())
                                ? backOff(job).atLeast(HALF_WINDOW).exponential(counts.waits(), random)
                                : limited.askedWait())
                .retries(Math.max(1, RETRIES - counts.failures()))
                .build();
    }

    /** The exception does not set the retries, so the runtime takes one from the job. */
    private static ConnectorException temporaryError(ErrorCode code, Failure failure, Duration wait) {
        return retryException(code, failure).backoffDuration(wait).build();
    }

    private static ConnectorRetryExceptionBuilder retryException(ErrorCode code, Failure failure) {
        return ConnectorRetryException.builder()
                .errorCode(code.name())
                .message(ReservedText.replaceIn(failure.message()));
    }

    /** The server's wait with jitter; else the back-off. */
    private Duration wait(@Nullable Duration asked, JobContext job) {
        int count = failures.count(job.getElementInstanceKey());
        return isNoWait(asked, count)
                ? backOff(job).exponential(count, random)
                : Jitter.addedTo(Objects.requireNonNull(asked), random);
    }

    /** Whether the server asks for no wait, or repeats a wait of zero. */
    private static boolean isNoWait(@Nullable Duration asked, int count) {
        return asked == null || (asked.isZero() && count > 1);
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

package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.error.ConnectorRetryException;
import io.camunda.connector.api.outbound.JobContext;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.mockito.junit.jupiter.MockitoSettings;
import org.mockito.quality.Strictness;

@ExtendWith(MockitoExtension.class)
@MockitoSettings(strictness = Strictness.LENIENT)
class EngineErrorsTest {

    /** Random numbers that leave each wait as it is. */
    private static final RandomGenerator MIDDLE = () -> 1L << 63;

    private static final FailureDetails TRACE =
            new FailureDetails(400, "badparam", "emails", "cf-1", "POST", "/v1/customers");
    private static final FailureDetails UNANSWERED =
            new FailureDetails(null, null, null, null, "POST", "/v1/customers");

    private final EngineErrors errors = new EngineErrors(new FailureCounts(10), MIDDLE);

    @Mock
    private JobContext job;

    @BeforeEach
    void job_without_headers() {
        when(job.getElementInstanceKey()).thenReturn(4711L);
        when(job.getCustomHeaders()).thenReturn(Map.of());
    }

    static Stream<Arguments> lasting() {
        return Stream.of(
                Arguments.of("KUSTOMER_INVALID_INPUT", new Failure.InvalidInput(TRACE, "m")),
                Arguments.of("KUSTOMER_REJECTED", new Failure.Rejected(TRACE, "m")),
                Arguments.of("KUSTOMER_NOT_FOUND", new Failure.NotFound(TRACE, "m")),
                Arguments.of("KUSTOMER_DUPLICATE", new Failure.Duplicate(TRACE, "m", List.of())),
                Arguments.of("KUSTOMER_UNAUTHORIZED", new Failure.Unauthorized(TRACE, "m")),
                Arguments.of("KUSTOMER_OUTCOME_UNKNOWN", new Failure.OutcomeUnknown(TRACE, "m")));
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of("KUSTOMER_UNAVAILABLE", new Failure.Unavailable(TRACE, "m", null), 10),
                Arguments.of("KUSTOMER_UNREADABLE", new Failure.Unreadable(TRACE, "m"), 10));
    }

    static Stream<Failure> all() {
        return Stream.of(lasting(), passing(), waiting()).flatMap(rows -> rows).map(row -> (Failure) row.get()[1]);
    }

    static Stream<Arguments> waiting() {
        return Stream.of(Arguments.of("KUSTOMER_RATE_LIMITED", new Failure.RateLimited(TRACE, "m", null), 30));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void a_failure_that_lasts_ends_the_jobs_retries_and_keeps_its_variables(String code, Failure failure) {
        ConnectorException error = errors.of(failure, job);

        assertThat(error).isNotInstanceOf(ConnectorRetryException.class).hasMessage("m");
        assertThat(error).hasCauseInstanceOf(ConnectorInputException.class);
        assertThat(error.getErrorCode()).isEqualTo(code);
        assertThat(error.getErrorVariables())
                .isEqualTo(Map.of(
                        "status", 400,
                        "kustomerCode", "badparam",
                        "field", "emails",
                        "requestId", "cf-1",
                        "method", "POST",
                        "path", "/v1/customers"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_failure_that_passes_costs_one_retry_after_a_back_off(String code, Failure failure, int seconds) {
        ConnectorException error = errors.of(failure, job);

        assertThat(error).isInstanceOf(ConnectorRetryException.class).hasMessage("m");
        assertThat(error.getErrorCode()).isEqualTo(code);
        assertThat(((ConnectorRetryException) error).getRetries()).isNull();
        assertThat(backOff(error)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void a_wait_for_the_rate_limit_costs_no_retry(String code, Failure failure, int seconds) {
        ConnectorException error = errors.of(failure, job);

        assertThat(error).isInstanceOf(ConnectorRetryException.class).hasMessage("m");
        assertThat(error.getErrorCode()).isEqualTo(code);
        assertThat(retries(error)).isEqualTo(10);
        assertThat(backOff(error)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void other_failures_go_on_counting_between_waits() {
        Failure unavailable = new Failure.Unavailable(TRACE, "m", null);
        Failure limited = new Failure.RateLimited(TRACE, "m", Duration.ofSeconds(42));
        errors.of(limited, job);
        errors.of(unavailable, job);
        errors.of(limited, job);
        errors.of(unavailable, job);

        assertThat(retries(errors.of(limited, job))).isEqualTo(8);
        assertThat(backOff(errors.of(unavailable, job)))
                .as("grows with these failures")
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void a_wait_leaves_one_retry_where_the_form_has_more_than_the_templates() {
        for (int i = 0; i < 12; i++) {
            errors.of(new Failure.Unavailable(TRACE, "m", null), job);
        }

        assertThat(retries(errors.of(new Failure.RateLimited(TRACE, "m", null), job)))
                .isEqualTo(1);
    }

    @Test
    void a_place_that_is_spaced_already_gets_no_jitter() {
        EngineErrors random = new EngineErrors(new FailureCounts(10), new Random(1));

        ConnectorException error = random.of(new Failure.RateLimited(TRACE, "m", Duration.ofMinutes(9)), job);

        assertThat(backOff(error)).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void a_task_that_waits_for_ever_becomes_an_incident_that_says_so() {
        Failure limited = new Failure.RateLimited(TRACE, "m", Duration.ofSeconds(42));
        for (int i = 0; i < EngineErrors.MAX_WAITS; i++) {
            assertThat(errors.of(limited, job)).isInstanceOf(ConnectorRetryException.class);
        }

        ConnectorException error = errors.of(limited, job);

        assertThat(error).isNotInstanceOf(ConnectorRetryException.class);
        assertThat(error).hasCauseInstanceOf(ConnectorInputException.class);
        assertThat(error.getErrorCode()).isEqualTo("KUSTOMER_RATE_LIMITED");
        assertThat(error)
                .hasMessage("m. The task has waited 1000 times: check what else uses the limit, then retry the task");
        assertThat(errors.of(limited, job)).as("the next try").isInstanceOf(ConnectorRetryException.class);
    }

    @Test
    void every_failure_is_in_one_of_the_tables() {
        assertThat(all().map(Object::getClass)).containsExactlyInAnyOrder(Failure.class.getPermittedSubclasses());
    }

    @Test
    void every_code_is_in_one_of_the_tables() {
        assertThat(Stream.of(lasting(), passing(), waiting())
                        .flatMap(rows -> rows)
                        .map(row -> row.get()[0]))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ErrorCode.values()).map(Enum::name).toList());
    }

    @Test
    void records_in_conflict_are_named() {
        ConnectorException error = errors.of(new Failure.Duplicate(UNANSWERED, "m", List.of("5f1", "5f2")), job);

        assertThat(error.getErrorVariables())
                .isEqualTo(Map.of("method", "POST", "path", "/v1/customers", "ids", List.of("5f1", "5f2")));
    }

    @Test
    void what_is_not_known_is_no_variable() {
        ConnectorException error = errors.of(new Failure.OutcomeUnknown(UNANSWERED, "m"), job);

        assertThat(error.getErrorVariables()).containsOnlyKeys("method", "path");
    }

    @Test
    void the_back_off_grows_with_each_failure_of_the_task() {
        Failure failure = new Failure.Unavailable(TRACE, "m", null);

        List<Duration> waits =
                Stream.generate(() -> backOff(errors.of(failure, job))).limit(8).toList();

        assertThat(waits).extracting(Duration::toSeconds).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);
    }

    @Test
    void the_back_off_of_one_task_does_not_grow_with_the_failures_of_another() {
        Failure failure = new Failure.Unavailable(TRACE, "m", null);
        errors.of(failure, job);

        when(job.getElementInstanceKey()).thenReturn(4712L);

        assertThat(backOff(errors.of(failure, job))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void after_a_failure_that_lasts_the_growth_starts_again() {
        Failure passing = new Failure.Unavailable(TRACE, "m", null);
        errors.of(passing, job);
        errors.of(new Failure.Rejected(TRACE, "m"), job);

        assertThat(backOff(errors.of(passing, job))).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "PT3S, PT3S",
        "PT1M, PT1M",
        "PT1H, PT1H",
        "PT0S, PT10S",
        "PT-5S, PT10S",
        "'', PT10S",
        "soon, PT10S",
        "10, PT10S",
        "PT99999999999999999999S, PT10S"
    })
    void the_growth_begins_at_the_forms_back_off(String header, Duration wait) {
        when(job.getCustomHeaders()).thenReturn(Map.of("retryBackoff", header));

        assertThat(backOff(errors.of(new Failure.Unreadable(TRACE, "m"), job))).isEqualTo(wait);
    }

    @Test
    void a_very_long_back_off_is_no_failure() {
        when(job.getCustomHeaders()).thenReturn(Map.of("retryBackoff", "PT9999999999999999S"));

        ConnectorException error = errors.of(new Failure.Unreadable(TRACE, "m"), job);

        assertThat(error.getErrorCode()).isEqualTo("KUSTOMER_UNREADABLE");
    }

    static Stream<Failure> asking() {
        Duration asked = Duration.ofSeconds(42);
        return Stream.of(new Failure.RateLimited(TRACE, "m", asked), new Failure.Unavailable(TRACE, "m", asked));
    }

    @ParameterizedTest
    @MethodSource("asking")
    void the_servers_own_time_goes_before_the_forms_and_does_not_grow(Failure failure) {
        when(job.getCustomHeaders()).thenReturn(Map.of("retryBackoff", "PT1H"));
        errors.of(failure, job);

        Duration wait = backOff(errors.of(failure, job));

        Duration asked = Duration.ofSeconds(42);
        assertThat(wait).isBetween(asked, asked.plusSeconds(5));
    }

    @Test
    void to_be_asked_for_no_wait_counts_once() {
        Failure failure = new Failure.Unavailable(TRACE, "m", Duration.ZERO);

        assertThat(backOff(errors.of(failure, job))).isLessThan(Duration.ofSeconds(2));
        assertThat(backOff(errors.of(failure, job))).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({"Missing field: server, Missing field: server", ", The variables do not fit the operation"})
    void the_runtimes_own_refusal_is_final_without_its_causes(@Nullable String given, String message) {
        ConnectorInputException refusal =
                new ConnectorInputException(given, new IllegalArgumentException("ada@example.org"));

        ConnectorException error = errors.ofInput(refusal, job);

        assertThat(error).hasMessage(message).hasCauseInstanceOf(ConnectorInputException.class);
        assertThat(error.getErrorCode()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(error.getCause()).hasNoCause().hasMessage("retrying does not help");
        assertThat(error.getErrorVariables()).isEmpty();
    }

    private static Integer retries(ConnectorException error) {
        return ((ConnectorRetryException) error).getRetries();
    }

    private static Duration backOff(ConnectorException error) {
        return ((ConnectorRetryException) error).getBackoffDuration();
    }
}

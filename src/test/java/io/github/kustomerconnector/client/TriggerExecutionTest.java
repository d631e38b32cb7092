package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.http.ApiKey;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.http.RequestSessions;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events are notes of one conversation here; the notes of the conversation are the received events. */
class TriggerExecutionTest {

    private static final Identity TASK = Identity.ofTask("", 1, 1, "test");
    private static final Role ROLE = new Role("any", "any");
    private static final RequestMatcher POST = RequestMatcher.method("POST");
    private static final RequestMatcher LIST = RequestMatcher.method("GET");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final Endpoint endpoint = new Endpoint(kustomer.baseUrl(), ApiKey.of(KustomerSimulator.API_KEY));
    private final AtomicLong later = new AtomicLong();
    private final TaskHistory history = new TaskHistory(10, () -> System.nanoTime() + later.get());
    private final String conversation = kustomer.seedConversation("{}");

    @Test
    void sends_nothing_again_shortly_after_a_lost_answer() {
        loseAnswer();
        later.set(TriggerExecution.QUIET.minusSeconds(30).toNanos());

        assertThatThrownBy(() -> run(false))
                .isInstanceOf(KustomerException.class)
                .hasMessageContaining("was lost less than 5 minutes ago");
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void sends_again_if_the_answer_was_lost_long_ago() {
        loseAnswer();
        later.set(TriggerExecution.QUIET.plusSeconds(1).toNanos());

        assertThat(run(false).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(kustomer.requests()).hasSize(2).allMatch(POST::matches);
    }

    private void loseAnswer() {
        kustomer.inject(Fault.close(Step.AFTER_READING), POST, 1);
        assertThatThrownBy(() -> run(false)).isInstanceOf(KustomerException.class);
    }

    @Test
    void looks_a_second_time_after_a_pause_because_the_event_may_not_be_listed_yet() {
        kustomer.inject(Fault.readLag(1), POST, 1);
        kustomer.inject(Fault.close(Step.AFTER_STORING), POST, 1);

        CallResult.Written written = run(true);

        assertThat(written.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::method)
                .containsExactly("GET", "POST", "GET", "GET");
        List<RecordedRequest> lists =
                kustomer.requests().stream().filter(LIST::matches).toList();
        assertThat(Duration.between(lists.get(1).at(), lists.get(2).at())).isGreaterThan(Duration.ofMillis(490));
    }

    @Test
    void looks_once_if_the_event_is_listed() {
        kustomer.inject(Fault.close(Step.AFTER_STORING), POST, 1);

        run(true);

        assertThat(kustomer.requests()).filteredOn(LIST::matches).hasSize(2);
    }

    /** Events of the same time have no order, so they do not show that the oldest come first. */
    @Test
    void searches_five_pages_of_events_and_then_sends() {
        for (int number = 1; number <= 6; number++) {
            kustomer.inject(page("a" + number, "b" + number), LIST, 1);
        }

        assertThat(run(true).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(kustomer.requests())
                .extracting(RecordedRequest::method)
                .containsExactly("GET", "GET", "GET", "GET", "GET", "POST");
    }

    @Test
    void searches_no_further_if_the_first_page_repeats() {
        kustomer.inject(page("a1", "b1"), LIST, 99);

        assertThat(run(true).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(kustomer.requests()).extracting(RecordedRequest::method).containsExactly("GET", "GET", "POST");
    }

    private static Fault page(String first, String second) {
        return Fault.json(Step.AFTER_READING, 200, """
                {"data":[{"type":"note","id":"%s","attributes":{"createdAt":"2026-01-31T09:30:00Z"}},
                         {"type":"note","id":"%s","attributes":{"createdAt":"2026-01-31T09:30:00Z"}}],
                 "links":{"next":"/v1/next"}}""".formatted(first, second));
    }

    private CallResult.Written run(boolean searched) {
        Path notes = Path.of("/v1/conversations/{id}/notes", conversation);
        Json note = Json.object(Map.of("body", Json.of("event")));
        IntFunction<Request> received = page -> Request.get(notes, ROLE).page(page);
        Call.Trigger call = new Call.Trigger(
                TASK,
                TASK,
                new Request("POST", notes, Body.of(note), ROLE),
                searched ? Optional.of(received) : Optional.empty(),
                (Resource found) ->
                        found.attribute("body").filter("event"::equals).isPresent(),
                Duration.ofSeconds(5));
        return new TriggerExecution(RequestSessions.create(Map.of()).open(endpoint, call), call, history).run();
    }
}

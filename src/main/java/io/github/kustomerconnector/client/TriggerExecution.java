package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends one event once. This process does not send the event of a task again after a success, and not within
 * {@link #QUIET} after a lost answer. For one execution.
 */
final class TriggerExecution {

    /** A later delivery of the job is most likely the decision of a person, who has looked in Kustomer. */
    static final Duration QUIET = Duration.ofMinutes(5);

    private final RequestSession session;
    private final Call.Trigger call;
    private final TaskHistory history;
    private final ReceivedEvents received;

    /** A corrected hook, text or server makes another event. */
    private final Identity remembered;

    TriggerExecution(RequestSession session, Call.Trigger call, TaskHistory history) {
        this.session = session;
        this.call = call;
        this.history = history;
        this.received = new ReceivedEvents(session, call);
        this.remembered = call.task()
                .withInputs(
                        Objects.hash(session.endpoint().base(), call.request().checksum()));
    }

    /** @throws KustomerException if the event was not received, or if that is unknown */
    CallResult.Written run() {
        Optional<Resource> sent = history.id(remembered).map(Resource::known);
        if (sent.isPresent()) {
            return new CallResult.Written(sent.get(), Outcome.CREATED);
        }
        Optional<Duration> lost = history.sentSince(remembered);
        Optional<Resource> found = received.find();
        if (found.isPresent()) {
            return found(found.get(), lost.isPresent());
        }
        if (lost.filter(ago -> ago.compareTo(QUIET) < 0).isPresent()) {
            throw Failure.outcomeUnknown(
                    new Failure.Unavailable(
                            FailureDetails.of(call.request()),
                            call.request()
                                    + " was not sent again: the answer to an earlier delivery was lost less than "
                                    + QUIET.toMinutes() + " minutes ago",
                            null),
                    "");
        }
        return send();
    }

    private CallResult.Written found(Resource event, boolean isOwn) {
        session.avoidedDuplicate(call.request());
        return new CallResult.Written(
                event, isOwn || call.identity().equals(call.task()) ? Outcome.CREATED : Outcome.EXISTING);
    }

    private CallResult.Written send() {
        return switch (history.rememberIfLost(remembered, () -> session.sendWithWholeTime(call.request()))) {
            case Verdict.Done<Resource> done -> {
                history.remember(remembered, done.content());
                yield new CallResult.Written(done.content(), Outcome.CREATED);
            }
            case Verdict.Absent<Resource> absent -> throw Failure.notFound(absent.failure());
            case Verdict.Lost<Resource> lost -> afterLostAnswer(lost.failure());
            case Verdict.NotDone<Resource> other -> throw other.exception();
        };
    }

    /** An event that is not found may be received later, so only a found one is certain. */
    private CallResult.Written afterLostAnswer(Failure lost) {
        if (call.received().isPresent()) {
            try {
                Optional<Resource> event = received.find();
                if (event.isEmpty()) {
                    session.pause(CreateExecution.READ_LAG);
                    event = received.find();
                }
                if (event.isPresent()) {
                    return found(event.get(), true);
                }
            } catch (KustomerException e) {
                throw Failure.outcomeUnknown(lost, ". " + e.failure().message());
            }
        }
        throw Failure.outcomeUnknown(lost, "");
    }
}

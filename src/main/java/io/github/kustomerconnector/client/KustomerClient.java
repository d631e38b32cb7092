package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.CallWithReferences;
import io.github.kustomerconnector.call.CopyFiles;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.ReadParts;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.RequestSessions;
import java.time.Clock;
import java.util.Map;

/**
 * Carries calls out. It holds the connections, the calls in flight and the history of tasks. One instance serves a
 * process; it is safe for use by many threads.
 */
public final class KustomerClient {

    private static final int REMEMBERED_TASKS = 10_000;

    /** Each may have the results of some thousand items. */
    private static final int REMEMBERED_BULKS = 32;

    private final RequestSessions sessions;
    private final Clock clock;
    private final InFlight inFlight = new InFlight();
    private final BulkHistory bulks = new BulkHistory(REMEMBERED_BULKS);
    private final TaskHistory history = new TaskHistory(REMEMBERED_TASKS, System::nanoTime);

    /** A client that sends its requests in these sessions. */
    public KustomerClient(RequestSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A client with the proxy settings of a process environment. Unreadable settings fail each call with
     * {@link Failure.InvalidInput}.
     */
    public static KustomerClient create(Map<String, String> environment) {
        return new KustomerClient(RequestSessions.create(environment), Clock.systemUTC());
    }

    /**
     * Carries the call out with as few requests as possible, within 90 seconds. Creates with the same identity run one
     * at a time, and so do the deliveries of an update of a named revision.
     *
     * @throws KustomerException if the call failed or its outcome is unknown
     */
    public <R extends CallResult> R carryOut(Endpoint endpoint, Call<R> call) {
        return carryOut(endpoint, call, Documents.NONE);
    }

    /** As {@link #carryOut(Endpoint, Call)}, for a call that may refer to documents. */
    public <R extends CallResult> R carryOut(Endpoint endpoint, Call<R> call, Documents documents) {
        return carryOut(sessions.open(endpoint, call), call, documents);
    }

    @SuppressWarnings("unchecked") // Each kind of call declares its result; the compiler loses it in the switch.
    private <R extends CallResult> R carryOut(RequestSession session, Call<R> call, Documents documents) {
        return (R)
                switch (call) {
                    case Call.Create create ->
                        inFlight.once(
                                session,
                                create.identity(),
                                create,
                                new CreateExecution(session, create, history, documents)::run);
                    case Call.SendDraft send ->
                        inFlight.once(
                                session,
                                send.task(),
                                send,
                                new SendDraftExecution(session, send, history, documents, clock)::run);
                    case Call.Update update -> update(session, update);
                    case Call.Delete delete -> session.whenAdmitted(new DeleteExecution(session, delete, history)::run);
                    case CallWithReferences<R> resolving ->
                        session.whenAdmitted(() ->
                                carryOut(session, new ReferenceResolution(session).resolve(resolving), documents));
                    case Call.Transition transition ->
                        inFlight.once(
                                session,
                                transition.task(),
                                transition,
                                new TransitionExecution(session, transition, history)::run);
                    case Call.Trigger trigger ->
                        inFlight.once(
                                session,
                                trigger.identity(),
                                trigger,
                                new TriggerExecution(session, trigger, history)::run);
                    case Call.Register register ->
                        inFlight.once(
                                session,
                                register.identity(),
                                register,
                                new RegisterExecution(session, register, history)::run);
                    case Query<?> query -> session.whenAdmitted(() -> QueryExecution.run(session, query));
                    case CopyFiles copy -> session.whenAdmitted(new CopyFilesExecution(session, copy, documents)::run);
                    case ReadParts parts -> session.whenAdmitted(new ReadPartsExecution(session, parts)::run);
                    case Call.Bulk bulk ->
                        bulks.once(
                                bulk,
                                () -> session.whenAdmitted(
                                        () -> new BulkExecution(session, bulk, bulks, documents).run()));
                    case Call.Raw raw -> session.whenAdmitted(new RawExecution(session, raw)::run);
                };
    }

    /**
     * An update of a named revision succeeds only once. A second delivery of the task takes the result of the first,
     * because it cannot recognize that update without its answer.
     */
    private CallResult.Written update(RequestSession session, Call.Update update) {
        UpdateExecution execution = new UpdateExecution(session, update, history);
        return update.revision() instanceof Revision.Given
                ? inFlight.once(session, update.task(), update, execution::run)
                : session.whenAdmitted(execution::run);
    }
}

package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.client.BulkState.Step;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on a bulk for one task: sends items, reads results, and hands the progress back. A later task goes on from it.
 * After a temporary failure it hands back what it reached, because a repeat would send the items again. For one
 * execution.
 */
final class BulkExecution {

    private static final Logger LOG = LoggerFactory.getLogger(BulkExecution.class);

    /** A redelivered job in another process sends the items of one job again, so a job sends only so many. */
    static final int MOST_CHUNKS = 20;

    /** The maximum number of requests that Kustomer may still carry out, because the process carries their ids. */
    private static final int MOST_OPEN = 2 * MOST_CHUNKS;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** The time that is kept to hand the progress back. */
    private static final Duration RESERVE = Duration.ofSeconds(5);

    private final RequestSession session;
    private final Call.Bulk call;
    private final BulkHistory history;
    private final Identity remembered;
    private final Documents documents;
    private final BulkState state;
    private final BulkSender sender;
    private final BulkPoll poll;
    private final OpenItems items;
    private final BulkChunks chunks;
    private final BulkLookups lookups;
    private int sentChunks;

    /** Whether an earlier delivery of the job began in this process, and nothing has been reached since. */
    private boolean reachedNothing;

    BulkExecution(RequestSession session, Call.Bulk call, BulkHistory history, Documents documents) {
        this.session = session;
        this.call = call;
        this.history = history;
        this.documents = documents;
        this.remembered = call.remembered();
        Optional<BulkProgress> earlier = history.progress(remembered);
        this.reachedNothing = earlier.equals(Optional.of(call.start()));
        this.state = new BulkState(earlier.orElse(call.start()));
        this.sender = new BulkSender(session, call.plan());
        this.poll = new BulkPoll(session, call.plan(), history.ended());
        this.items = new OpenItems(call, documents, sender);
        this.lookups = new BulkLookups(session, call.plan(), () -> reachedNothing || !hasTime());
        this.chunks = new BulkChunks(sender, lookups, () -> !state.open().isEmpty());
    }

    /** @throws KustomerException if the task sent nothing and no result was read, or if no later task can go on */
    CallResult.BulkPart run() {
        if (!state.isComplete()) {
            try {
                if (!reachedNothing) {
                    requireRoleToRead();
                    history.remember(remembered, state.progress());
                }
                work();
            } catch (KustomerException e) {
                if (!e.failure().isTemporary() || state.progress().equals(call.start())) {
                    throw e;
                }
                LOG.debug(
                        "{}: handed back after {}", call.request(), e.failure().message());
            }
        }
        BulkProgress reached = new BulkReport(call.plan().results(), documents).of(state.progress());
        return new CallResult.BulkPart(reached, call.plan().about());
    }

    /** The role to read results is checked first, because without it nothing shows what became of the items. */
    private void requireRoleToRead() {
        if (!state.progress().isStart()) {
            return;
        }
        Verdict<Resource> verdict =
                session.send(call.plan().requests().state(call.task().objectId()));
        if (verdict instanceof Verdict.NotDone<Resource> other
                && (other.failure() instanceof Failure.Unauthorized
                        || other.failure().isTemporary())) {
            throw other.exception();
        }
    }

    private void work() {
        try (BulkReader reader = BulkReader.from(state.next(), call, documents)) {
            Duration pause = SHORTEST_PAUSE;
            while (true) {
                boolean hasSent = send(reader);
                boolean hasMoved = settle() || hasSent;
                if (state.isComplete() || isOver(reader)) {
                    break;
                }
                if (hasMoved) {
                    pause = SHORTEST_PAUSE;
                } else {
                    session.pause(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
            countRest(reader);
        }
    }

    /** Whether requests were sent. */
    private boolean send(BulkReader reader) {
        boolean hasSent = false;
        while (maySend(reader)) {
            Step step = new Step();
            chunks.sendNext(reader, step);
            state.sent(reader.position(), step);
            remember();
            step.throwInterruption();
            sentChunks++;
            hasSent = true;
        }
        if (reader.peek().isEmpty() && state.total().isEmpty()) {
            state.counted(reader.position());
            remember();
        }
        return hasSent;
    }

    private boolean maySend(BulkReader reader) {
        return sentChunks < MOST_CHUNKS
                && state.open().size() < MOST_OPEN
                && hasTime()
                && reader.peek().filter(next -> !chunks.mustWait(next)).isPresent();
    }

    private boolean hasTime() {
        return session.remaining().compareTo(call.timeout().plus(RESERVE)) > 0;
    }

    /** Whether results were read. It reads the first request first, because it most likely ends first. */
    private boolean settle() {
        boolean hasSettled = false;
        while (!state.open().isEmpty() && hasTime()) {
            Open first = state.open().getFirst();
            Optional<BulkResults> results = poll.results(first, sender.hasSent(first.id()));
            if (results.isEmpty()) {
                return hasSettled;
            }
            Step step = new BulkSettlement(session, lookups, results.get()).settle(items, sender);
            state.settled(step);
            remember();
            step.throwInterruption();
            hasSettled = true;
        }
        return hasSettled;
    }

    private boolean isOver(BulkReader reader) {
        boolean isWaiting = !state.open().isEmpty() || maySend(reader);
        return !isWaiting || session.elapsed().compareTo(call.longestWait()) >= 0 || !hasTime();
    }

    /** Counts the items that are left, so that the process knows how many there are. */
    private void countRest(BulkReader reader) {
        if (state.total().isPresent()) {
            return;
        }
        long index = reader.position();
        while (reader.skip()) {
            index++;
            if (index % 1000 == 0 && !hasTime()) {
                return;
            }
        }
        state.counted(index);
        remember();
    }

    private void remember() {
        reachedNothing = false;
        history.remember(remembered, state.progress());
    }
}

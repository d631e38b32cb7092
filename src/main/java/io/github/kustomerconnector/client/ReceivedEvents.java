package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Listing;
import io.github.kustomerconnector.json.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The events that Kustomer received, searched for the one of a task. For one execution. */
final class ReceivedEvents {

    /** The newest events are enough, because a job is redelivered soon. */
    private static final int MOST_PAGES = 5;

    private final RequestSession session;
    private final Call.Trigger call;

    ReceivedEvents(RequestSession session, Call.Trigger call) {
        this.session = session;
        this.call = call;
    }

    /**
     * The event of the task; empty if it is not among the newest ones, or if they cannot be searched.
     *
     * @throws KustomerException if a page is refused or gets no answer, or if the oldest events come first
     */
    Optional<Resource> find() {
        return call.received().flatMap(this::find);
    }

    private Optional<Resource> find(IntFunction<Request> page) {
        Pages pages = new Pages(session, page, MOST_PAGES);
        while (pages.hasNext()) {
            List<Resource> events = listed(pages.next()).resources();
            Optional<Resource> own = events.stream().filter(call.own()).findFirst();
            if (own.isPresent()) {
                return own;
            }
            if (pages.hasNext()) {
                refuseOldestFirst(page.apply(1), events);
            }
        }
        return Optional.empty();
    }

    private static Listing listed(Verdict<Listing> answer) {
        if (answer instanceof Verdict.Absent<Listing> absent) {
            throw new KustomerException(new Failure.NotFound(
                    absent.failure().details(),
                    absent.failure().message() + ". That Kustomer lists the received events at this path is an"
                            + " assumption"));
        }
        return answer.required().content();
    }

    private static void refuseOldestFirst(Request request, List<Resource> page) {
        Optional<Instant> first = page.getFirst().time("createdAt");
        Optional<Instant> last = page.getLast().time("createdAt");
        if (first.isPresent() && last.isPresent() && first.get().isBefore(last.get())) {
            throw Failure.rejected(
                    request,
                    "the oldest come first. The connector assumes that Kustomer lists the newest first, and can't"
                            + " search this list");
        }
    }
}

package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of one execution: each within the time that is left, each with one line in the debug log. */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    /** A job thread is shared by all connectors of a runtime; longer waits are the engine's. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Transport transport;
    private final ReplyReader reader;
    private final RateGate gate;
    private final Endpoint endpoint;
    private final TimeBudget time;
    private final Meters meters;
    private int requests;

    Exchange(
            Transport transport, ReplyReader reader, RateGate gate, Endpoint endpoint, TimeBudget time, Meters meters) {
        this.transport = transport;
        this.reader = reader;
        this.gate = gate;
        this.endpoint = endpoint;
        this.time = time;
        this.meters = meters;
    }

    /** Sends a request that is answered with a record. */
    Verdict<Resource> send(Request request) {
        return send(request, Reading.RECORD);
    }

    /**
     * Sends the request and reads what comes back; does not send it while its {@link Budget} is used up.
     *
     * @throws KustomerException with {@link Failure.InvalidInput} if the request says the API key
     */
    <T> Verdict<T> send(Request request, Reading<T> reading) {
        refuseToSendTheKey(request);
        return gate.closed(new Quota(endpoint, request.budget()))
                .map(wait -> Exchange.<T>notSent(ReplyReader.heldBack(request, wait)))
                .orElseGet(() -> reader.read(endpoint, request, exchange(request), reading));
    }

    /**
     * Sends a request that must not be begun with too little time: one that is given up half-way leaves an unknown outcome.
     */
    Verdict<Resource> sendWithWholeTime(Request request) {
        return time.hasWholeRequest()
                ? send(request)
                : notSent(new Failure.Unavailable(
                        Trace.of(request), request + " was not sent: too little time was left", null));
    }

    /** Sends a file to where Kustomer says; that is no request to Kustomer and counts against no limit. */
    Reply upload(URI address, UploadForm form, InputStream content) {
        Duration before = time.elapsed();
        Reply reply = transport.upload(address, form, content, time.next());
        Duration took = time.elapsed().minus(before);
        if (LOG.isDebugEnabled()) {
            LOG.debug("POST of {} -> {} in {} ms", form.upload().field(), outcome(reply), took.toMillis());
        }
        meters.uploaded(reply, took);
        return reply;
    }

    /** Waits a moment, at most {@link #LONGEST_PAUSE}; less if the thread is interrupted. */
    void pause(Duration moment) {
        try {
            Thread.sleep(moment.compareTo(LONGEST_PAUSE) < 0 ? moment : LONGEST_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that a create was spared, since its record is there. */
    void avoidedDuplicate(Request create) {
        meters.avoidedDuplicate(create);
    }

    URI server() {
        return endpoint.base();
    }

    Duration elapsed() {
        return time.elapsed();
    }

    private Reply exchange(Request request) {
        requests++;
        Duration before = time.elapsed();
        Reply reply = transport.send(endpoint, request, time.next());
        Duration took = time.elapsed().minus(before);
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} -> {} in {} ms (request {})", request, outcome(reply), took.toMillis(), requests);
        }
        meters.attempted(request, reply, took);
        if (reply instanceof Reply.Answered answered) {
            gate.observe(new Quota(endpoint, request.budget()), answered.status(), answered.headers());
        }
        return reply;
    }

    private static <T> Verdict<T> notSent(Failure failure) {
        LOG.debug("{}", failure.message());
        return new Verdict.Refused<>(failure);
    }

    /** The runtime replaces secrets in every text, also in text that comes from a stranger. */
    private void refuseToSendTheKey(Request request) {
        ApiKey key = endpoint.key();
        boolean inPath = key.isIn(request.path().encoded())
                || request.path().values().stream().anyMatch(key::isIn);
        if (inPath || (request.body() != null && key.isIn(request.body()))) {
            throw new KustomerException(new Failure.InvalidInput(
                    Trace.NOTHING, "A field of the record contains the API key: it is not sent"));
        }
    }

    private static String outcome(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> Integer.toString(answered.status());
            case Reply.Broken broken -> broken.status() + ", " + broken.problem();
            case Reply.Unanswered unanswered -> unanswered.problem();
            case Reply.NotSent notSent -> notSent.problem();
        };
    }
}

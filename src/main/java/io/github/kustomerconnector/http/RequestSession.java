package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.json.ErrorBody;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of one execution: each within the deadline, each with one line in the debug log. */
public final class RequestSession {

    private static final Logger LOG = LoggerFactory.getLogger(RequestSession.class);

    /** Longer waits go to the engine, because all connectors of a runtime share its job threads. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Transport transport;
    private final ReplyReader reader;
    private final RateLimiter rateLimiter;
    private final Endpoint endpoint;
    private final Call<?> call;
    private final Deadline deadline;
    private final Meters meters;
    private final FileStore files;
    private int requests;
    private boolean isAdmitted;

    RequestSession(
            Transport transport,
            ReplyReader reader,
            RateLimiter rateLimiter,
            Endpoint endpoint,
            Call<?> call,
            Deadline deadline,
            Meters meters,
            AllowedHosts allowedHosts) {
        this.transport = transport;
        this.reader = reader;
        this.rateLimiter = rateLimiter;
        this.endpoint = endpoint;
        this.call = call;
        this.deadline = deadline;
        this.meters = meters;
        this.files = new FileStore(transport, allowedHosts, deadline, meters);
    }

    /**
     * Runs the execution, unless other tasks wait for the same rate limit. An execution inside another one is admitted
     * with it, because its task has given up its place in the queue.
     *
     * @throws KustomerException as the execution does; with {@link Failure.RateLimited} and the task's own wait if the
     *     task has to queue
     */
    public <T> T whenAdmitted(Supplier<T> execution) {
        if (isAdmitted) {
            return execution.get();
        }
        placeInQueue().ifPresent(wait -> {
            throw new KustomerException(ReplyReader.heldBack(call.request(), wait));
        });
        isAdmitted = true;
        try {
            return execution.get();
        } catch (KustomerException e) {
            throw e.failure() instanceof Failure.RateLimited limited ? queued(limited) : e;
        }
    }

    /** A refused task waits for its place in the queue; without a place, as long as Kustomer asks, plus jitter. */
    private KustomerException queued(Failure.RateLimited limited) {
        return new KustomerException(placeInQueue()
                .or(() -> Optional.ofNullable(limited.askedWait()).map(rateLimiter::jittered))
                .<Failure>map(wait -> new Failure.RateLimited(limited.details(), limited.message(), wait))
                .orElse(limited));
    }

    private Optional<Duration> placeInQueue() {
        Optional<Duration> wait = rateLimiter.waitOf(rateLimitOf(call.request()), call.task());
        wait.ifPresent(duration -> meters.recordWait(call.request(), duration));
        return wait;
    }

    /** Sends a request whose answer is a record. After a 204 to an update, only the id of the record is known. */
    public Verdict<Resource> send(Request request) {
        return send(request, Reading.recordOf(request));
    }

    /**
     * Sends an update of the record that its path names, or of its tags. After a 204, reads the record, because it has
     * changed.
     */
    public Verdict<Resource> update(Request request) {
        Verdict<Resource> verdict = send(request);
        if (verdict instanceof Verdict.Done<Resource> done && done.hasNoBody()) {
            Path record = request.path().taggedRecord().orElse(request.path());
            Request read = new Request("GET", record, null, request.role(), request.rateLimit());
            return send(read) instanceof Verdict.Done<Resource> now ? now : done;
        }
        return verdict;
    }

    /**
     * Sends the request and reads the reply. Does not send it while its rate limit is used up.
     *
     * @throws KustomerException with {@link Failure.InvalidInput} if the request contains the API key
     */
    public <T> Verdict<T> send(Request request, Reading<T> reading) {
        refuseToSendTheKey(request);
        return rateLimiter
                .start(rateLimitOf(request))
                .map(wait -> RequestSession.<T>notSent(ReplyReader.heldBack(request, wait)))
                .orElseGet(() -> reader.read(endpoint, request, exchange(request), reading));
    }

    /** As {@link #send(Request)}, but only with time for all of it: an abandoned one has an unknown outcome. */
    public Verdict<Resource> sendWithWholeTime(Request request) {
        return sendWithWholeTime(request, Reading.recordOf(request));
    }

    /** As {@link #send(Request, Reading)}, but only with time for the whole request. */
    public <T> Verdict<T> sendWithWholeTime(Request request, Reading<T> reading) {
        return deadline.hasWholeRequest()
                ? send(request, reading)
                : notSent(new Failure.Unavailable(
                        FailureDetails.of(request), request + " was not sent: too little time was left", null));
    }

    /**
     * Sends a file, without the API key. It counts against no rate limit of Kustomer.
     *
     * @param address where Kustomer wants the file; its host must be allowed
     * @param fields a JSON object of texts, sent before the file
     * @param content the file, with the length in {@code upload}
     */
    public UploadReply upload(URI address, Upload upload, Json fields, InputStream content) {
        return files.upload(address, upload, fields, content);
    }

    /**
     * Fetches a file, without the API key. It counts against no rate limit of Kustomer.
     *
     * @param address where the file is; its host must be allowed
     * @param field the field that asks for the file
     * @param sink takes the content while it is received
     */
    public <T> DownloadReply<T> download(URI address, String field, FileSink<T> sink) {
        return files.download(address, field, sink);
    }

    /**
     * The error of one item in the answer to a bulk, as messages may show it.
     *
     * @param request contains the item, so that the values in it are redacted
     */
    public String itemError(Request request, ErrorBody error) {
        return Refusal.ofItem(endpoint, request, error);
    }

    /** Waits, at most {@link #LONGEST_PAUSE} and not beyond the deadline; less if the thread is interrupted. */
    public void pause(Duration duration) {
        try {
            Thread.sleep(Collections.min(List.of(duration, LONGEST_PAUSE, deadline.left())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts a create that made no second record, because the record exists already. */
    public void avoidedDuplicate(Request create) {
        meters.countAvoidedDuplicate(create);
    }

    /** The server and key of the session. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** The time since the session was opened. */
    public Duration elapsed() {
        return deadline.elapsed();
    }

    /** The time until the execution must end; zero or less when the deadline has passed. */
    public Duration remaining() {
        return deadline.left();
    }

    /** Whether few requests of the minute are left, so that a request that others prepare for may be refused. */
    public boolean hasFewRequestsLeft() {
        return rateLimiter.isLow(rateLimitOf(call.request()));
    }

    private RateLimitKey rateLimitOf(Request request) {
        return new RateLimitKey(endpoint, request.rateLimit());
    }

    /** Exchanges a request that the rate limiter has started. */
    private Reply exchange(Request request) {
        try {
            return exchangeStarted(request);
        } finally {
            rateLimiter.end(rateLimitOf(request));
        }
    }

    private Reply exchangeStarted(Request request) {
        requests++;
        Duration before = deadline.elapsed();
        Reply reply = transport.send(endpoint, request, deadline.next());
        Duration took = deadline.elapsed().minus(before);
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} -> {} in {} ms (request {})", request, reply.outcome(), took.toMillis(), requests);
        }
        meters.recordAttempt(request, reply, took);
        if (reply instanceof Reply.Complete complete) {
            rateLimiter.observe(rateLimitOf(request), complete.status(), complete.headers());
        }
        return reply;
    }

    private static <T> Verdict<T> notSent(Failure failure) {
        LOG.debug("{}", failure.message());
        return new Verdict.Refused<>(failure);
    }

    /** The runtime replaces secrets in every text, also in text from outside, so a field could contain the key. */
    private void refuseToSendTheKey(Request request) {
        if (endpoint.key().isIn(request)) {
            throw new KustomerException(new Failure.InvalidInput(
                    FailureDetails.NOTHING, "A field of the record contains the API key: it is not sent"));
        }
    }
}

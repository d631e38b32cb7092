package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.RateLimit;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.ErrorBody;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Listing;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads replies: both response shapes, both error shapes, empty and foreign bodies. Only this class decides what a
 * status means for a call.
 */
final class ReplyReader {

    private static final int NO_CONTENT = 204;

    private final Clock clock;

    ReplyReader(Clock clock) {
        this.clock = clock;
    }

    /** Reads the reply to {@code request}. */
    <T> Verdict<T> read(Endpoint endpoint, Request request, Reply reply, Reading<T> reading) {
        return switch (reply) {
            case Reply.NotSent notSent ->
                new Verdict.Refused<>(new Failure.Unavailable(
                        FailureDetails.of(request), request + " was not sent: " + notSent.problem(), null));
            case Reply.NoAnswer noAnswer ->
                new Verdict.Lost<>(new Failure.Unavailable(
                        FailureDetails.of(request), request + " got no answer: " + noAnswer.problem(), null));
            case Reply.Incomplete incomplete -> incomplete(endpoint, request, incomplete);
            case Reply.Complete complete -> complete(endpoint, request, complete, reading);
        };
    }

    /** The failure of a request that is not sent because its {@link RateLimit} is used up. */
    static Failure heldBack(Request request, Duration wait) {
        return new Failure.RateLimited(
                FailureDetails.of(request),
                request + " was not sent: the " + request.rateLimit().unit()
                        + " that Kustomer allows in a minute are used up",
                wait);
    }

    /** Reads the reply of the file store. */
    static UploadReply readUpload(Reply reply) {
        return switch (reply) {
            case Reply.Complete complete -> readUpload(complete.status());
            case Reply.Incomplete incomplete -> readUpload(incomplete.status());
            case Reply.NoAnswer noAnswer -> new UploadReply.Failed(null, "got no answer: " + noAnswer.problem());
            case Reply.NotSent notSent -> new UploadReply.Failed(null, "was not sent: " + notSent.problem());
        };
    }

    private static UploadReply readUpload(int status) {
        if (status / 100 == 2) {
            return new UploadReply.Stored();
        }
        return Reply.isTemporary(status)
                ? new UploadReply.Failed(status, "answered " + status)
                : new UploadReply.Refused(status);
    }

    private <T> Verdict<T> complete(Endpoint endpoint, Request request, Reply.Complete reply, Reading<T> reading) {
        Optional<T> read = reply.isSuccess() ? content(reply, reading) : Optional.empty();
        boolean isEmpty = read.map(ReplyReader::mayHideErrors).orElse(true);
        if (!reply.isSuccess()
                || (isEmpty && reply.body().json().filter(ErrorBody::isRefusal).isPresent())) {
            return refused(request, Refusal.of(endpoint, request, reply), reply);
        }
        return read.<Verdict<T>>map(
                        content -> new Verdict.Done<>(reply.status(), content, head(endpoint, request, reply)))
                .orElseGet(() -> unreadable(
                        Refusal.details(endpoint, request, reply),
                        request,
                        "a body that is not a " + reading.expected()));
    }

    /** Whether the content has no record, so that the body may consist of errors. */
    private static boolean mayHideErrors(Object content) {
        return switch (content) {
            case Json ignored -> true;
            case Listing list -> list.resources().isEmpty();
            case Optional<?> found -> found.isEmpty();
            default -> false;
        };
    }

    private static <T> Optional<T> content(Reply.Complete reply, Reading<T> reading) {
        return reply.status() == NO_CONTENT && reading.noContent().isPresent()
                ? reading.noContent()
                : reading.content().apply(reply.body());
    }

    private static ReplyHead head(Endpoint endpoint, Request request, Reply.Complete reply) {
        return new ReplyHead(reply.headers(), name -> new Redactor(endpoint.key(), request).redactName(name) != null);
    }

    /** An error status is final even if the body is cut, except for a 404, whose body shows where it comes from. */
    private <T> Verdict<T> incomplete(Endpoint endpoint, Request request, Reply.Incomplete reply) {
        Reply.Complete bodiless = new Reply.Complete(reply.status(), reply.headers(), Body.EMPTY);
        return bodiless.isSuccess()
                ? unreadable(
                        Refusal.details(endpoint, request, bodiless), request, "an incomplete body: " + reply.problem())
                : refused(request, Refusal.of(endpoint, request, bodiless), bodiless);
    }

    private static <T> Verdict<T> unreadable(FailureDetails details, Request request, String problem) {
        return new Verdict.Lost<>(
                new Failure.Unreadable(details, request + " answered " + details.status() + " with " + problem));
    }

    private <T> Verdict<T> refused(Request request, Refusal refusal, Reply.Complete reply) {
        if (refusal.region().isPresent()) {
            return unauthorized(
                    refusal, refusal.tried() + ": " + refusal.region().get());
        }
        return switch (reply.status()) {
            case 400, 422 -> mayBeConflict(refusal) ? conflict(refusal, false) : rejected(refusal);
            case 401 ->
                unauthorized(
                        refusal,
                        refusal.message() + ". The API key is unknown, revoked or expired, or lacks "
                                + request.role().description() + ofProxy(refusal, reply));
            case 403 ->
                unauthorized(
                        refusal,
                        refusal.message() + ". The API key needs "
                                + request.role().description() + "; roles are fixed when a key is made"
                                + ofProxy(refusal, reply));
            case 404 -> refusal.isKustomers() ? absent(refusal) : notKustomers(refusal);
            case 408, 425 -> unavailable(refusal, reply);
            case 409 -> conflict(refusal, true);
            case 429 -> rateLimited(request, refusal, reply);
            default -> byClass(refusal, reply);
        };
    }

    /** Kustomer may refuse without a body, but not with a page of another server. */
    private static String ofProxy(Refusal refusal, Reply.Complete reply) {
        return refusal.isKustomers()
                        || reply.body().json().isPresent()
                        || reply.body().size() == 0
                ? ""
                : ". The answer is no JSON, so a proxy or a firewall may have refused the request";
    }

    /** Whether the error names an identifier, or no field at all, as the newer error shape does. */
    private static boolean mayBeConflict(Refusal refusal) {
        String field = refusal.details().field();
        return field == null || ErrorBody.IDENTIFIERS.contains(field);
    }

    private static <T> Verdict<T> absent(Refusal refusal) {
        return new Verdict.Absent<>(new Failure.Rejected(refusal.details(), refusal.message()));
    }

    /** A gateway answered, or the base URL is wrong, so it is unknown what became of the request. */
    private static <T> Verdict<T> notKustomers(Refusal refusal) {
        return new Verdict.Lost<>(new Failure.Unavailable(
                refusal.details(),
                refusal.message() + ". The answer is not Kustomer's: check the base URL and the proxy",
                null));
    }

    private <T> Verdict<T> byClass(Refusal refusal, Reply.Complete reply) {
        return switch (reply.status() / 100) {
            // A success with an error body.
            case 2 -> mayBeConflict(refusal) ? conflict(refusal, false) : rejected(refusal);
            case 3 ->
                new Verdict.Redirected<>(new Failure.Rejected(
                        refusal.details(),
                        refusal.message() + ": a redirect, which is not followed; check the base URL"));
            case 5 -> unavailable(refusal, reply);
            default -> rejected(refusal);
        };
    }

    private static <T> Verdict<T> rejected(Refusal refusal) {
        return new Verdict.Refused<>(new Failure.Rejected(refusal.details(), refusal.message()));
    }

    private static <T> Verdict<T> unauthorized(Refusal refusal, String message) {
        return new Verdict.Refused<>(new Failure.Unauthorized(refusal.details(), message));
    }

    private static <T> Verdict<T> conflict(Refusal refusal, boolean certain) {
        return new Verdict.Conflict<>(new Failure.Rejected(refusal.details(), refusal.message()), certain);
    }

    private <T> Verdict<T> unavailable(Refusal refusal, Reply.Complete reply) {
        Duration wait = RateLimitHeaders.wait(reply.headers(), clock).orElse(null);
        return new Verdict.Lost<>(new Failure.Unavailable(refusal.details(), refusal.message(), wait));
    }

    private <T> Verdict<T> rateLimited(Request request, Refusal refusal, Reply.Complete reply) {
        Duration wait = RateLimitHeaders.wait(reply.headers(), clock).orElse(null);
        String message = refusal.message() + ". The " + request.rateLimit().unit()
                + " that Kustomer allows in a minute are used up";
        return new Verdict.Refused<>(new Failure.RateLimited(refusal.details(), message, wait));
    }
}

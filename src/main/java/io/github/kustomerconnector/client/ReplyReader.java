package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Body;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Reads replies: both response shapes, both error shapes, empty and foreign bodies. The one place that knows what a status
 * means.
 */
final class ReplyReader {

    /** The fields whose values are unique in an organization ("Identifiers and matching", developer.kustomer.com). */
    static final Set<String> IDENTIFIERS =
            Set.of("id", "externalId", "externalIds", "emails", "phones", "whatsapps", "socials", "email", "phone");

    private final Clock clock;

    ReplyReader(Clock clock) {
        this.clock = clock;
    }

    /** What {@code reply} to {@code request} means. */
    <T> Verdict<T> read(Endpoint endpoint, Request request, Reply reply, Reading<T> reading) {
        return switch (reply) {
            case Reply.NotSent notSent ->
                new Verdict.Refused<>(new Failure.Unavailable(
                        Trace.of(request), request + " was not sent: " + notSent.problem(), null));
            case Reply.Unanswered unanswered ->
                new Verdict.Lost<>(new Failure.Unavailable(
                        Trace.of(request), request + " got no answer: " + unanswered.problem(), null));
            case Reply.Broken broken -> broken(endpoint, request, broken);
            case Reply.Answered answered -> answered(endpoint, request, answered, reading);
        };
    }

    /** The failure of a request that is not sent, since its {@link Budget} is used up. */
    static Failure heldBack(Request request, Duration wait) {
        return new Failure.RateLimited(
                Trace.of(request),
                request + " was not sent: the " + request.budget().words()
                        + " that Kustomer allows in a minute are used up",
                wait);
    }

    private <T> Verdict<T> answered(Endpoint endpoint, Request request, Reply.Answered reply, Reading<T> reading) {
        if (!reply.isSuccess()) {
            return refused(request, Refusal.of(endpoint, request, reply), reply);
        }
        return reading.content()
                .apply(reply.body())
                .<Verdict<T>>map(content -> new Verdict.Done<>(reply.status(), content, reply.headers()))
                .orElseGet(() -> unreadable(
                        Trace.of(endpoint, request, reply), request, "a body that is no " + reading.expected()));
    }

    /** A refusal stays one if its body is cut: the status has said it. */
    private <T> Verdict<T> broken(Endpoint endpoint, Request request, Reply.Broken reply) {
        Reply.Answered bodiless = new Reply.Answered(reply.status(), reply.headers(), Body.EMPTY);
        return bodiless.isSuccess()
                ? unreadable(Trace.of(endpoint, request, bodiless), request, reply.problem())
                : refused(request, Refusal.of(endpoint, request, bodiless), bodiless);
    }

    private static <T> Verdict<T> unreadable(Trace trace, Request request, String problem) {
        return new Verdict.Lost<>(
                new Failure.Unreadable(trace, request + " answered " + trace.status() + " with " + problem));
    }

    private <T> Verdict<T> refused(Request request, Refusal refusal, Reply.Answered reply) {
        Optional<String> region = Region.mismatch(refusal.text());
        if (region.isPresent()) {
            return unauthorized(refusal, refusal.tried() + ": " + region.get());
        }
        return switch (reply.status()) {
            case 400, 422 -> mayBeConflict(refusal) ? conflict(refusal, false) : rejected(refusal, "");
            case 401 ->
                unauthorized(
                        refusal,
                        refusal.message() + ". The API key is unknown, revoked or expired, or lacks "
                                + request.role().words());
            case 403 ->
                unauthorized(
                        refusal,
                        refusal.message() + ". The API key needs "
                                + request.role().words() + "; roles are fixed when a key is made");
            case 404 -> new Verdict.Absent<>(new Failure.Rejected(refusal.trace(), refusal.message()));
            case 408, 425 -> unavailable(refusal, reply);
            case 409 -> conflict(refusal, true);
            case 429 -> rateLimited(request, refusal, reply);
            default -> byClass(refusal, reply);
        };
    }

    /** Besides the identifiers: the newer of the error bodies names no field at all. */
    private static boolean mayBeConflict(Refusal refusal) {
        String field = refusal.trace().field();
        return field == null || IDENTIFIERS.contains(field);
    }

    private <T> Verdict<T> byClass(Refusal refusal, Reply.Answered reply) {
        return switch (reply.status() / 100) {
            case 3 -> rejected(refusal, ": a redirect, which is not followed; check the base URL");
            case 5 -> unavailable(refusal, reply);
            default -> rejected(refusal, "");
        };
    }

    private static <T> Verdict<T> rejected(Refusal refusal, String why) {
        return new Verdict.Refused<>(new Failure.Rejected(refusal.trace(), refusal.message() + why));
    }

    private static <T> Verdict<T> unauthorized(Refusal refusal, String message) {
        return new Verdict.Refused<>(new Failure.Unauthorized(refusal.trace(), message));
    }

    private static <T> Verdict<T> conflict(Refusal refusal, boolean certain) {
        return new Verdict.Conflict<>(new Failure.Rejected(refusal.trace(), refusal.message()), certain);
    }

    private <T> Verdict<T> unavailable(Refusal refusal, Reply.Answered reply) {
        Duration wait = RateLimitHeaders.wait(reply.headers(), clock).orElse(null);
        return new Verdict.Lost<>(new Failure.Unavailable(refusal.trace(), refusal.message(), wait));
    }

    private <T> Verdict<T> rateLimited(Request request, Refusal refusal, Reply.Answered reply) {
        Duration wait = RateLimitHeaders.wait(reply.headers(), clock).orElse(null);
        String message = refusal.message() + ". The " + request.budget().words()
                + " that Kustomer allows in a minute are used up";
        return new Verdict.Refused<>(new Failure.RateLimited(refusal.trace(), message, wait));
    }
}

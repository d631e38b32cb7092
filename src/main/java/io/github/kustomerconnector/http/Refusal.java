package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Region;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.ErrorBody;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error answer, redacted so that messages may show it.
 *
 * @param tried the request and the status of the answer
 * @param text Kustomer's error text; empty if there is none
 * @param others the other errors in the answer, as messages may show them
 * @param region the plain explanation of a key of another region; empty for any other answer
 * @param isKustomers whether the answer has Kustomer's own error body
 */
record Refusal(
        FailureDetails details,
        String tried,
        String text,
        List<String> others,
        Optional<String> region,
        boolean isKustomers) {

    /** The maximum number of other errors that a message shows. */
    private static final int MOST_OTHERS = 4;

    /** The number of bytes of a plain text that are searched for a region mismatch. */
    private static final int SEARCHED_BYTES = 16 * 1024;

    /** A plain name, a path such as {@code /properties/emails}, or a pointer. Anything else could be a value. */
    private static final Pattern FIELD = Pattern.compile("(?:/properties/|/)?([A-Za-z]{1,64})(?:[/.\\[][^@]*)?");

    /** Letters, digits, {@code -} and {@code _}. The CDN's ids end in {@code =} or {@code ==}. */
    private static final Pattern REQUEST_ID = Pattern.compile("(?=.{1,64}$)[A-Za-z0-9_-]+={0,2}");

    private static final Pattern CODE = Pattern.compile("([A-Za-z0-9_.-]{1,64})");

    static Refusal of(Endpoint endpoint, Request request, Reply.Complete reply) {
        ErrorBody error = ErrorBody.read(reply.body());
        Redactor redactor = new Redactor(endpoint.key(), request);
        FailureDetails details = details(
                redactor,
                request,
                reply,
                redactor.redactName(first(CODE, error.code())),
                redactor.redactName(first(FIELD, error.field())));
        String text = redactor.redact(error.text());
        return new Refusal(
                details,
                request + " answered " + reply.status(),
                text == null ? "" : text,
                others(redactor, reply.body()),
                region(error, reply.body(), redactor),
                ErrorBody.isKustomers(reply.body()));
    }

    /**
     * The error of one item of a bulk, as messages may show it.
     *
     * @param request contains the item, so that the values in it are redacted
     */
    static String ofItem(Endpoint endpoint, Request request, ErrorBody error) {
        return shown(new Redactor(endpoint.key(), request), error);
    }

    private static List<String> others(Redactor redactor, Body body) {
        return ErrorBody.others(body).stream()
                .map(error -> shown(redactor, error))
                .distinct()
                .limit(MOST_OTHERS)
                .toList();
    }

    private static String shown(Redactor redactor, ErrorBody error) {
        String field = redactor.redactName(first(FIELD, error.field()));
        String code = redactor.redactName(first(CODE, error.code()));
        String text = redactor.redact(error.text());
        String named = (field == null ? "" : field + ": ") + (text == null || text.isEmpty() ? "refused" : text);
        return code == null ? named : named + " (" + code + ")";
    }

    /** Also searches a body that is not JSON, because a gateway may answer with plain text. */
    private static Optional<String> region(ErrorBody error, Body body, Redactor redactor) {
        String text = error.text() == null ? body.text(SEARCHED_BYTES) : error.text();
        return Region.mismatch(text, pod -> redactor.redactName(pod) != null);
    }

    /** The details of an answer that is no error. */
    static FailureDetails details(Endpoint endpoint, Request request, Reply.Complete reply) {
        return details(new Redactor(endpoint.key(), request), request, reply, null, null);
    }

    private static FailureDetails details(
            Redactor redactor, Request request, Reply.Complete reply, @Nullable String code, @Nullable String field) {
        String requestId = reply.headers()
                .firstValue("x-amz-cf-id")
                .filter(id -> REQUEST_ID.matcher(id).matches())
                .map(redactor::redactName)
                .orElse(null);
        return new FailureDetails(
                reply.status(),
                code,
                field,
                requestId,
                request.method(),
                request.path().template());
    }

    private static @Nullable String first(Pattern pattern, @Nullable String text) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    String message() {
        StringBuilder message = new StringBuilder(tried);
        if (details.field() != null) {
            message.append(": ").append(details.field());
        }
        if (!text.isEmpty()) {
            message.append(": ").append(text);
        }
        if (details.kustomerCode() != null) {
            message.append(" (").append(details.kustomerCode()).append(')');
        }
        others.forEach(other -> message.append("; ").append(other));
        return message.toString();
    }
}

package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Region;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.ErrorBody;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Json body = reply.body().json().orElse(Json.NULL);
        Redactor redactor = new Redactor(endpoint.key(), request);
        ErrorBody error = ErrorBody.read(body);
        ErrorBody redacted = redacted(redactor, error);
        return new Refusal(
                details(redactor, request, reply, redacted),
                request + " answered " + reply.status(),
                redacted.text() == null ? "" : redacted.text(),
                others(redactor, body),
                region(error, reply.body(), redactor),
                ErrorBody.isKustomers(body));
    }

    /**
     * The error of one item of a bulk, as messages may show it.
     *
     * @param request contains the item, so that the values in it are redacted
     */
    static String ofItem(Endpoint endpoint, Request request, ErrorBody error) {
        return shown(redacted(new Redactor(endpoint.key(), request), error));
    }

    private static List<String> others(Redactor redactor, Json body) {
        return ErrorBody.others(body).stream()
                .map(error -> shown(redacted(redactor, error)))
                .distinct()
                .limit(MOST_OTHERS)
                .toList();
    }

    private static ErrorBody redacted(Redactor redactor, ErrorBody error) {
        return new ErrorBody(
                redactor.redactName(first(CODE, error.code())),
                redactor.redact(error.text()),
                redactor.redactName(first(FIELD, error.field())));
    }

    private static String shown(ErrorBody redacted) {
        boolean hasText = redacted.text() != null && !redacted.text().isEmpty();
        return joined(redacted.code(), redacted.field(), hasText ? redacted.text() : "refused");
    }

    /** The parts that there are, and the code at the end: {@code emails: is invalid (badparam)}. */
    private static String joined(@Nullable String code, @Nullable String... parts) {
        String text =
                Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(": "));
        return code == null ? text : text + " (" + code + ")";
    }

    /** Also searches a body that is not JSON, because a gateway may answer with plain text. */
    private static Optional<String> region(ErrorBody error, Body body, Redactor redactor) {
        String text = error.text() == null ? body.text(SEARCHED_BYTES) : error.text();
        return Region.mismatch(text, pod -> redactor.redactName(pod) != null);
    }

    /** The details of an answer that is no error. */
    static FailureDetails details(Endpoint endpoint, Request request, Reply.Complete reply) {
        return details(new Redactor(endpoint.key(), request), request, reply, ErrorBody.NONE);
    }

    private static FailureDetails details(
            Redactor redactor, Request request, Reply.Complete reply, ErrorBody redacted) {
        String requestId = reply.headers()
                .firstValue("x-amz-cf-id")
                .filter(id -> REQUEST_ID.matcher(id).matches())
                .map(redactor::redactName)
                .orElse(null);
        return new FailureDetails(
                reply.status(),
                redacted.code(),
                redacted.field(),
                requestId,
                request.method(),
                request.path().template());
    }

    private static @Nullable String first(Pattern pattern, @Nullable String text) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    String message() {
        String first = joined(details.kustomerCode(), tried, details.field(), text);
        return Stream.concat(Stream.of(first), others.stream()).collect(Collectors.joining("; "));
    }
}

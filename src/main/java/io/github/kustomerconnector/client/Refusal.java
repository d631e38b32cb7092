package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.ErrorBody;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refusing answer in words that are fit to be shown.
 *
 * @param tried what was sent and the status that came back
 * @param text what Kustomer says; empty if it says nothing
 */
record Refusal(Trace trace, String tried, String text) {

    /** A plain name, a path such as {@code /properties/emails}, or a pointer; anything else may be a value. */
    private static final Pattern FIELD = Pattern.compile("(?:/properties/|/)?([A-Za-z]{1,64})(?:[/.\\[][^@]*)?");

    private static final Pattern CODE = Pattern.compile("([A-Za-z0-9_.-]{1,64})");

    static Refusal of(Endpoint endpoint, Request request, Reply.Answered reply) {
        ErrorBody error = ErrorBody.read(reply.body());
        Words words = new Words(endpoint.key(), request);
        Trace trace = Trace.of(endpoint, request, reply)
                .with(words.safeName(first(CODE, error.code())), words.safeName(first(FIELD, error.field())));
        String text = words.safe(error.text());
        return new Refusal(trace, request + " answered " + reply.status(), text == null ? "" : text);
    }

    private static @Nullable String first(Pattern pattern, @Nullable String text) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    String message() {
        StringBuilder message = new StringBuilder(tried);
        if (trace.field() != null) {
            message.append(": ").append(trace.field());
        }
        if (!text.isEmpty()) {
            message.append(": ").append(text);
        }
        if (trace.kustomerCode() != null) {
            message.append(" (").append(trace.kustomerCode()).append(')');
        }
        return message.toString();
    }
}

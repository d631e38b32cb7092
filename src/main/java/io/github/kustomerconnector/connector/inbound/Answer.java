package io.github.kustomerconnector.connector.inbound;

import io.camunda.connector.api.inbound.webhook.WebhookHttpResponse;
import java.util.Locale;
import java.util.Map;

/**
 * The answers to a request. One question decides: would it help if Kustomer sent the same request again? Kustomer
 * repeats every request whose answer is not 2xx, and disables a webhook that fails for long ("Delivery and retries",
 * developer.kustomer.com). An answer contains its code only, no text of a failure.
 */
enum Answer {
    /** The engine has taken the event. */
    STORED(200),

    /** The engine has the event already. */
    DUPLICATE(200),

    /** No condition of the process matches the event. */
    NOT_FOR_PROCESS(200),

    /** The connector's own user caused the event. */
    OWN_EVENT(200),

    /** Not a POST. */
    WRONG_METHOD(405),

    /** The body is larger than {@link EventHandler#MAX_BODY}. */
    TOO_LARGE(413),

    /** The signature is missing or does not match the body. */
    WRONG_SIGNATURE(401),

    /** The body is signed, but it is not an event of Kustomer. */
    NOT_AN_EVENT(400),

    /** The webhook is not configured, so a repeat after the correction succeeds. */
    NOT_READY(503),

    /** The engine has not taken the event, so a repeat may succeed. */
    NOT_STORED(503);

    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private final int status;

    Answer(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Whether the answer is an HTTP error. */
    boolean isRefusal() {
        return status != 200;
    }

    /** The name in answers, log lines and meters, such as {@code wrong-signature}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The answer as JSON. The header names the type, because the runtime would otherwise answer 500 if the request's
     * header {@code Accept} does not allow JSON.
     */
    WebhookHttpResponse response() {
        return new WebhookHttpResponse(Map.of("result", code()), headers(), status);
    }

    private Map<String, String> headers() {
        return this == WRONG_METHOD ? Map.of(TYPE, JSON, "Allow", "POST") : Map.of(TYPE, JSON);
    }
}

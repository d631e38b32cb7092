package io.github.kustomerconnector.connector.inbound;

import io.camunda.connector.api.inbound.InboundConnectorContext;
import io.camunda.connector.api.inbound.webhook.WebhookProcessingPayload;

/** Checks the requests to a configured webhook, and delivers their events. The signature is checked before the body is read. */
record EventHandler(InboundConnectorContext context, WebhookSettings settings) {

    /** The maximum size of a body in bytes. An event contains one record, so it is far smaller. */
    static final int MAX_BODY = 1 << 20;

    ReasonedAnswer handle(WebhookProcessingPayload payload) {
        if (!"POST".equalsIgnoreCase(payload.method())) {
            return ReasonedAnswer.of(Answer.WRONG_METHOD);
        }
        byte[] raw = payload.rawBody();
        byte[] body = raw == null ? new byte[0] : raw;
        if (body.length > MAX_BODY) {
            return ReasonedAnswer.of(Answer.TOO_LARGE);
        }
        if (!settings.signature().isValid(payload.headers(), body)) {
            return ReasonedAnswer.of(Answer.WRONG_SIGNATURE);
        }
        return WebhookEvent.of(body).map(this::deliver).orElseGet(() -> ReasonedAnswer.of(Answer.NOT_AN_EVENT));
    }

    private ReasonedAnswer deliver(WebhookEvent event) {
        boolean own = settings.isOwn(event);
        return own && settings.ignoresOwn() ? ReasonedAnswer.of(Answer.OWN_EVENT) : Correlation.of(context, event, own);
    }
}

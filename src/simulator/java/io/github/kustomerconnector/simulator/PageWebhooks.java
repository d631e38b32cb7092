package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The webhooks and deliveries on the page, without signing tokens and headers. */
final class PageWebhooks {

    private static final int MOST = 100;

    private PageWebhooks() {}

    static void write(Webhooks webhooks, ObjectNode state) {
        ArrayNode registered = state.putArray("webhooks");
        webhooks.registered().forEach(webhook -> add(webhook, registered.addObject()));
        List<WebhookDelivery> deliveries = webhooks.deliveries();
        state.put("deliveryCount", deliveries.size());
        ArrayNode shown = state.putArray("deliveries");
        for (int i = deliveries.size() - 1; i >= Math.max(0, deliveries.size() - MOST); i--) {
            add(deliveries.get(i), shown.addObject().put("key", i));
        }
    }

    private static void add(ObjectNode webhook, ObjectNode entry) {
        entry.put("key", webhook.path("id").asText())
                .put("name", webhook.at("/attributes/name").asText())
                .put("url", webhook.at("/attributes/url").asText())
                .put("enabled", webhook.at("/attributes/enabled").asBoolean())
                .set("events", webhook.at("/attributes/events"));
    }

    private static void add(WebhookDelivery delivery, ObjectNode entry) {
        entry.put("event", delivery.event())
                .put("eventId", delivery.eventId())
                .put("url", delivery.url())
                .put("status", delivery.status().name());
        delivery.nextAttempt().ifPresent(at -> entry.put("nextAttempt", at.toString()));
        ArrayNode attempts = entry.putArray("attempts");
        delivery.attempts().forEach(attempt -> {
            ObjectNode one = attempts.addObject().put("at", attempt.at().toString());
            one.put("problem", attempt.problem());
            attempt.status().ifPresent(status -> one.put("status", status));
        });
    }
}

package io.github.kustomerconnector.operation.webhook;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.DocumentResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a registration. It never contains the signing token.
 *
 * @param id the Kustomer id of the webhook
 * @param outcome {@code created}, {@code existing} or {@code updated}
 * @param enabled whether Kustomer sends events now
 * @param events the names of the events that Kustomer sends
 * @param tokenDocument the document with the signing token; null unless the task asks for it
 */
public record RegisteredWebhook(
        String id,
        String outcome,
        String name,
        String url,
        boolean enabled,
        List<String> events,
        @Nullable Json tokenDocument)
        implements DocumentResult {

    public RegisteredWebhook {
        events = List.copyOf(events);
    }

    static RegisteredWebhook of(CallResult.Written result) {
        Json attributes = result.resource().attributes();
        return new RegisteredWebhook(
                result.resource().id(),
                result.outcome().text(),
                result.resource().attribute("name").orElse(""),
                result.resource().attribute("url").orElse(""),
                WebhookRequests.isEnabled(result.resource()),
                attributes.field("events").map(Json::elements).orElse(List.of()).stream()
                        .flatMap(event -> event.text().stream())
                        .toList(),
                null);
    }

    /** This result with the document. */
    public RegisteredWebhook with(Json document) {
        return new RegisteredWebhook(id, outcome, name, url, enabled, events, document);
    }
}

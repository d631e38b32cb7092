package io.github.kustomerconnector.operation.webhook;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The requests that make a webhook as the task asks. A header marks the webhooks that this connector creates. */
final class WebhookRequests {

    private static final String MARK = "X-Created-By";
    private static final String CONNECTOR = "camunda-8-connector-kustomer";
    private static final Json HEADERS =
            Json.list(List.of(Json.object(Map.of("name", Json.of(MARK), "value", Json.of(CONNECTOR)))));

    private WebhookRequests() {}

    static Request create(Map<String, Json> given) {
        Map<String, Json> body = new LinkedHashMap<>(given);
        body.putIfAbsent("name", Json.of("Camunda"));
        body.put("headers", HEADERS);
        body.put("enabled", Json.of(true));
        return new Request("POST", WebhookApi.ALL, BodyBuilder.bounded("webhook", body), WebhookApi.CREATE);
    }

    /** Contains all fields, so that it does not matter whether a PUT replaces the others. */
    static Optional<Request> update(Resource found, Map<String, Json> given) {
        if (isAsAsked(found, given)) {
            return Optional.empty();
        }
        Map<String, Json> body = new LinkedHashMap<>(given);
        found.attributes().field("name").ifPresent(name -> body.putIfAbsent("name", name));
        found.attributes().field("headers").ifPresent(headers -> body.put("headers", headers));
        body.put("enabled", Json.of(true));
        return Optional.of(new Request(
                "PUT", WebhookApi.byId(found.id()), BodyBuilder.bounded("webhook", body), WebhookApi.UPDATE));
    }

    private static boolean isAsAsked(Resource found, Map<String, Json> given) {
        Json attributes = found.attributes();
        boolean isNamed =
                !given.containsKey("name") || attributes.field("name").equals(Optional.ofNullable(given.get("name")));
        return isEnabled(found) && isNamed && events(attributes).equals(events(Json.object(given)));
    }

    /** Whether Kustomer sends events, as it does unless the answer has {@code false}. */
    static boolean isEnabled(Resource webhook) {
        return !webhook.attributes().field("enabled").equals(Optional.of(Json.of(false)));
    }

    private static Set<String> events(Json fields) {
        Set<String> events = new HashSet<>();
        fields.field("events")
                .ifPresent(list -> list.elements().forEach(event -> event.text().ifPresent(events::add)));
        return events;
    }

    static boolean isOwn(Resource found) {
        return found.attributes().field("headers").map(Json::elements).orElse(List.of()).stream()
                .anyMatch(header -> header.field("name")
                                .flatMap(Json::text)
                                .filter(MARK::equalsIgnoreCase)
                                .isPresent()
                        && header.field("value")
                                .flatMap(Json::text)
                                .filter(CONNECTOR::equals)
                                .isPresent());
    }
}

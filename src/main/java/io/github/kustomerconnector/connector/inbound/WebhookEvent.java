package io.github.kustomerconnector.connector.inbound;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.ReservedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An event of Kustomer ("Event catalog", developer.kustomer.com): its envelope with the record after the change.
 *
 * @param body the whole envelope
 * @param id of the event; a repeated delivery has the same
 * @param name such as {@code kustomer.conversation.update}
 * @param record the record: type, id, attributes, relationships
 */
record WebhookEvent(Json body, String id, String name, Json record) {

    /**
     * The event in a request's body; empty if the body is not one. The runtime refuses a result with the
     * {@link ReservedText}, so an event of a customer who writes it would fail at each repeat.
     */
    static Optional<WebhookEvent> of(byte[] body) {
        return Json.parse(body).map(ReservedText::replaceInForeign).flatMap(WebhookEvent::of);
    }

    private static Optional<WebhookEvent> of(Json body) {
        Optional<String> id = text(body, "id");
        Optional<String> name = text(body, "name");
        Optional<Json> record = body.field("data")
                .filter(data -> text(data, "id").isPresent())
                .filter(data -> text(data, "type").isPresent());
        return id.isPresent() && name.isPresent() && record.isPresent()
                ? Optional.of(new WebhookEvent(body, id.get(), name.get(), record.get()))
                : Optional.empty();
    }

    /**
     * Whether a user caused the event. Only the event of a creation is caused by the record's creator. A change that
     * names no user may be the customer's, also if this user created the record.
     */
    boolean isOf(String user) {
        return related("modifiedBy")
                .or(() -> name.endsWith(".create") ? related("createdBy") : Optional.empty())
                .filter(by -> by.isText(user))
                .isPresent();
    }

    /**
     * The variables of the element's expressions: {@code request.body} as Camunda's own webhook connector has it,
     * {@code event} with what a process needs most, and {@code record}. Request headers are not among them, because
     * they contain the signature.
     *
     * @param own whether the connector's own user caused the event
     */
    Map<String, Object> variables(boolean own) {
        return Map.of(
                "request", Json.object(Map.of("body", body)),
                "event", summary(own),
                "record", record);
    }

    private Json summary(boolean own) {
        return Json.object(put -> {
            put.accept("id", Json.of(id));
            put.accept("name", Json.of(name));
            put.accept("type", record.field("type").orElse(Json.NULL));
            put.accept("recordId", record.field("id").orElse(Json.NULL));
            put.accept("customerId", idOf("customer"));
            put.accept("conversationId", idOf("conversation"));
            put.accept("changedFields", Json.list(changedFields()));
            put.accept("own", Json.of(own));
        });
    }

    /** The id of the record itself if it has the type, or else of the related record. */
    private Json idOf(String type) {
        boolean isRecord = record.field("type").filter(own -> own.isText(type)).isPresent();
        return (isRecord ? record.field("id") : related(type)).orElse(Json.NULL);
    }

    private Optional<Json> related(String relationship) {
        return record.at("relationships", relationship, "data", "id");
    }

    private List<Json> changedFields() {
        return Stream.of("attributes", "relationships")
                .flatMap(kind -> body.at("changes", kind).stream())
                .flatMap(changes -> changes.fields().keySet().stream())
                .distinct()
                .map(Json::of)
                .toList();
    }

    private static Optional<String> text(Json object, String field) {
        return object.field(field).filter(value -> !value.isBlank()).flatMap(Json::text);
    }
}

package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import java.util.stream.Stream;

/**
 * The result of a create or an update.
 *
 * @param id the record's Kustomer id
 * @param type {@code customer}, {@code conversation}, {@code message}, {@code note}, {@code draft}
 * @param outcome {@code created}, {@code existing} or {@code updated}
 * @param attributes the record's attributes as Kustomer returned them
 * @param relationships the record's relationships as Kustomer returned them
 * @param url the record in Kustomer's web application if the organization is known, else in the API
 */
public record WrittenRecord(String id, String type, String outcome, Json attributes, Json relationships, String url)
        implements RecordResult {

    /**
     * The result for the process.
     *
     * @param type the record's type if the answer does not contain it
     */
    public static WrittenRecord of(CallResult.Written result, Server server, String type) {
        return of(result, type, server.link(type + "s", result.resource().id()));
    }

    /**
     * The result for a record without a page of its own. Its {@code url} is that of the conversation, else of the
     * customer.
     *
     * @param type the record's type if the answer does not contain it
     */
    public static WrittenRecord inConversation(CallResult.Written result, Server server, String type) {
        String url = result.resource()
                .related("conversation")
                .map(conversation -> server.link("conversations", conversation))
                .or(() -> result.resource().related("customer").map(customer -> server.link("customers", customer)))
                .orElseGet(() -> server.link(type + "s", result.resource().id()));
        return of(result, type, url);
    }

    /**
     * The result for a record with this {@code url}.
     *
     * @param type the record's type if the answer does not contain it
     */
    public static WrittenRecord of(CallResult.Written result, String type, String url) {
        return new WrittenRecord(
                result.resource().id(),
                result.resource().typeOr(type),
                result.outcome().text(),
                result.resource().attributes(),
                result.resource().relationships(),
                url);
    }

    @Override
    public Stream<String> texts() {
        return Stream.of(id, type, outcome, url);
    }

    @Override
    public Stream<Json> parts() {
        return Stream.of(attributes, relationships);
    }

    @Override
    public WrittenRecord with(boolean withAttributes, boolean withRelationships) {
        return new WrittenRecord(
                id,
                type,
                outcome,
                withAttributes ? attributes : Json.NOTHING,
                withRelationships ? relationships : Json.NOTHING,
                url);
    }
}

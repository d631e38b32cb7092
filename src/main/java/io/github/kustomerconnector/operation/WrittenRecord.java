package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import java.util.Locale;

/**
 * What a create or a change hands back to the process.
 *
 * @param id the record's Kustomer id
 * @param type {@code customer}, {@code conversation}, {@code message}, {@code note}, {@code draft}
 * @param outcome {@code created}, {@code existing} or {@code updated}
 * @param attributes the record's attributes as Kustomer returned them
 * @param relationships the record's relationships as Kustomer returned them
 * @param url the record in Kustomer's web application where the organization is known, else in the API
 */
public record WrittenRecord(String id, String type, String outcome, Json attributes, Json relationships, String url) {

    /**
     * The record that a call ended with.
     *
     * @param type the record's type, should the answer not name it
     */
    public static WrittenRecord of(CallResult.Written settled, Server server, String type) {
        return of(settled, type, server.link(type + "s", settled.resource().id()));
    }

    /**
     * The record that a call ended with; its {@code url} leads to where people see it: the conversation, else the customer.
     *
     * @param type the record's type, should the answer not name it
     */
    public static WrittenRecord inConversation(CallResult.Written settled, Server server, String type) {
        String url = settled.resource()
                .related("conversation")
                .map(conversation -> server.link("conversations", conversation))
                .or(() -> settled.resource().related("customer").map(customer -> server.link("customers", customer)))
                .orElseGet(() -> server.link(type + "s", settled.resource().id()));
        return of(settled, type, url);
    }

    private static WrittenRecord of(CallResult.Written settled, String type, String url) {
        String named =
                settled.resource().type().isEmpty() ? type : settled.resource().type();
        return new WrittenRecord(
                settled.resource().id(),
                named,
                settled.outcome().name().toLowerCase(Locale.ROOT),
                settled.resource().attributes(),
                settled.resource().relationships(),
                url);
    }
}

package io.github.kustomerconnector.e2e;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records and process variables that the diagrams of the templates read. */
final class ModelerRecords {

    /** The hash of the hook, which the diagrams read from a secret. */
    static final String HOOK = "5f9f1a2b3c4d5e6f7a8b9c99";

    /** The id of the queue, company and hook in the diagrams. */
    private static final String FIXED = "5f9f1a2b3c4d5e6f7a8b9c0d";

    private final KustomerSimulator kustomer;

    ModelerRecords(KustomerSimulator kustomer) {
        this.kustomer = kustomer;
    }

    /** Stores the records of other kinds than customers and conversations. */
    void seedOthers(String customer, String conversation) {
        kustomer.seedOrganization();
        kustomer.seedRecord("queue", "{\"id\": \"%s\", \"name\": \"VIP\", \"key\": \"vip\"}".formatted(FIXED));
        kustomer.seedRecord("company", "{\"id\": \"%s\", \"name\": \"Other Ltd\"}".formatted(FIXED));
        kustomer.seedRecord(
                "web_hook", "{\"id\": \"%s\", \"title\": \"form\", \"hash\": \"%s\"}".formatted(FIXED, HOOK));
        kustomer.seedRecord("message", """
                {"conversation": "%s", "customer": "%s", "direction": "in", "channel": "email", "preview": "Hello"}""".formatted(conversation, customer));
    }

    /** The variables besides those of customers and conversations. */
    Map<String, Object> variables(String customer) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("companyName", "Acme Ltd");
        variables.put("kobjectId", kustomer.seedRecord("kobject.order", """
                        {"title": "Order 1", "customer": "%s"}""".formatted(customer)));
        variables.put("rows", List.of(Map.of("name", "Ada", "emails", "ada@example.org")));
        return variables;
    }

    /** The conversation whose fixed id a filled form of a read has. */
    void seedFixedConversation(String customer) {
        kustomer.seedConversation("{\"id\": \"5f9f1a2b3c4d5e6f7a8b9c11\", \"customer\": \"%s\"}".formatted(customer));
    }
}

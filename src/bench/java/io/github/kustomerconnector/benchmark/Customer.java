package io.github.kustomerconnector.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The test data: a customer with two e-mails, two phones and ten custom attributes, and an answer of about 2 kB. */
final class Customer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Customer() {}

    /** The fields of the request. */
    static ObjectNode fields() {
        ObjectNode customer = JSON.objectNode();
        customer.put("name", "Ada Lovelace");
        customer.set("emails", list("email", "ada.lovelace@example.org", "ada@example.com"));
        customer.set("phones", list("phone", "+12025550143", "+12025550144"));
        customer.set("custom", custom());
        return customer;
    }

    /** The body of Kustomer's answer. */
    static ObjectNode answer() {
        ObjectNode answer = JSON.objectNode();
        ObjectNode data = answer.putObject("data");
        data.put("type", "customer").put("id", "5f9e1c2d3b4a59687f6e5d4c");
        ObjectNode attributes = data.putObject("attributes");
        attributes.setAll(fields());
        attributes
                .put("displayName", "Ada Lovelace")
                .put("displayColor", "teal")
                .put("displayIcon", "girl");
        for (String name : new String[] {"createdAt", "updatedAt", "modifiedAt", "lastActivityAt", "importedAt"}) {
            attributes.put(name, "2026-01-01T12:00:00.000Z");
        }
        attributes
                .putObject("conversationCounts")
                .put("done", 0)
                .put("open", 0)
                .put("snoozed", 0)
                .put("all", 0);
        attributes
                .putObject("preview")
                .put("previewAt", "2026-01-01T12:00:00.000Z")
                .put("type", "message_in");
        ObjectNode relationships = data.putObject("relationships");
        for (String name : new String[] {"messages", "createdBy", "modifiedBy", "org", "events", "conversations"}) {
            relationships
                    .putObject(name)
                    .putObject("links")
                    .put("self", "/v1/customers/5f9e1c2d3b4a59687f6e5d4c/" + name);
        }
        data.putObject("links").put("self", "/v1/customers/5f9e1c2d3b4a59687f6e5d4c");
        return answer;
    }

    private static ArrayNode list(String name, String... values) {
        ArrayNode list = JSON.arrayNode();
        for (String value : values) {
            list.addObject().put(name, value).put("type", "home");
        }
        return list;
    }

    private static JsonNode custom() {
        ObjectNode custom = JSON.objectNode();
        custom.put("customerNumberStr", "C-1001").put("tierStr", "gold").put("languageStr", "en");
        custom.put("ordersNum", 17).put("revenueNum", 1234.5).put("scoreNum", 0.75);
        custom.put("isPartnerBool", true).put("isTestBool", false);
        custom.put("firstOrderAt", "2025-06-01T08:30:00.000Z")
                .put("notesTxt", "prefers mail, speaks English and French");
        return custom;
    }
}

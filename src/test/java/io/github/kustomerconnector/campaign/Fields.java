package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.call.Identity;

/** What the task of a plan says of its record, made up from the seed. */
final class Fields {

    /** Tells this campaign's cluster apart from others. */
    static final String NAMESPACE = "campaign";

    private static final String LONG_AGO = "2025-01-31T09:30:00.000Z";

    private final Plan plan;
    private final String digits;

    Fields(Plan plan) {
        this.plan = plan;
        this.digits = "%016x".formatted(plan.seed());
    }

    String name() {
        return "Ada " + digits;
    }

    String key() {
        return "order-" + digits;
    }

    /** The fields as the task gives them. */
    ObjectNode given(String customer) {
        ObjectNode fields = object().put("name", name());
        if (plan.kind() == RecordKind.CONVERSATION) {
            fields.put("customer", customer);
        }
        switch (plan.naming()) {
            case NOTHING, KEY -> {}
            case EXTERNAL_ID -> fields.put("externalId", externalId());
            case EMAIL -> putEmail(fields);
            case PHONE -> putPhone(fields);
            case SEVERAL -> {
                fields.put("externalId", externalId());
                putEmail(fields);
                putPhone(fields);
            }
            case ID -> fields.put("id", id());
        }
        return fields;
    }

    /** The same record as somebody else would have made it, a while ago. */
    ObjectNode same(String customer) {
        ObjectNode record = given(customer).put("name", "Somebody").put("createdAt", LONG_AGO);
        if (plan.naming() == Naming.KEY && (plan.kind() == RecordKind.CUSTOMER || plan.lookUpFirst())) {
            record.put("externalId", identity().externalId());
        }
        if (plan.kind() == RecordKind.CONVERSATION && plan.naming() != Naming.ID && !plan.lookUpFirst()) {
            record.put("id", identity().objectId());
        }
        return record;
    }

    /** A record with one of the identifiers, but somebody else's. */
    ObjectNode foreign(String otherCustomer) {
        if (plan.kind() == RecordKind.CONVERSATION) {
            return same(otherCustomer);
        }
        ObjectNode record = object().put("name", "Somebody").put("createdAt", LONG_AGO);
        record.put("externalId", "other-" + digits);
        putEmail(record);
        return record;
    }

    private Identity identity() {
        String operation = plan.kind().operation();
        return plan.naming() == Naming.KEY
                ? Identity.ofKey(NAMESPACE, key(), operation)
                : Identity.ofExternalId(NAMESPACE, externalId(), operation);
    }

    private String externalId() {
        return "crm-" + digits;
    }

    private String id() {
        return "5f000000" + digits;
    }

    private void putEmail(ObjectNode fields) {
        fields.putArray("emails").addObject().put("email", digits + "@example.org");
    }

    private void putPhone(ObjectNode fields) {
        long number = Math.floorMod(plan.seed(), 10_000_000L);
        fields.putArray("phones").addObject().put("phone", "+1555%07d".formatted(number));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

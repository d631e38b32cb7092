package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.call.Identity;
import java.util.HexFormat;
import java.util.Locale;

/** The fields of a scenario's task, derived from its seed. */
final class TaskFields {

    /** The connector namespace of the campaign. */
    static final String NAMESPACE = "campaign";

    static final String LONG_AGO = "2025-01-31T09:30:00.000Z";

    private final Scenario scenario;
    private final String digits;

    TaskFields(Scenario scenario) {
        this.scenario = scenario;
        this.digits = HexFormat.of().toHexDigits(scenario.seed());
    }

    String name() {
        return "Ada " + digits;
    }

    String key() {
        return "order-" + digits;
    }

    /** The fields of the task. */
    ObjectNode given(String customer) {
        ObjectNode fields = object().put("name", name());
        if (scenario.kind() == RecordKind.CONVERSATION) {
            fields.put("customer", customer);
        }
        switch (scenario.givenIdentity()) {
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

    /**
     * The task's record, as another client created it earlier. A record with the task's key and another name is a
     * duplicate, unless the task updates it.
     */
    ObjectNode same(String customer) {
        boolean keepsName = scenario.givenIdentity() == GivenIdentity.KEY
                && !scenario.onDuplicate().equals("updateExisting");
        ObjectNode record =
                given(customer).put("name", keepsName ? name() : "Other").put("createdAt", LONG_AGO);
        if (scenario.givenIdentity() == GivenIdentity.KEY
                && (scenario.kind() == RecordKind.CUSTOMER || scenario.lookUpFirst())) {
            record.put("externalId", identity().externalId());
        }
        if (scenario.kind() == RecordKind.CONVERSATION
                && scenario.givenIdentity() != GivenIdentity.ID
                && !scenario.lookUpFirst()) {
            record.put("id", identity().objectId());
        }
        return record;
    }

    /** Another customer's record with one of the task's identifiers. */
    ObjectNode foreign(String otherCustomer) {
        if (scenario.kind() == RecordKind.CONVERSATION) {
            return same(otherCustomer);
        }
        ObjectNode record = object().put("name", "Other").put("createdAt", LONG_AGO);
        record.put("externalId", "other-" + digits);
        putEmail(record);
        return record;
    }

    private Identity identity() {
        String operation = scenario.kind().operation();
        return scenario.givenIdentity() == GivenIdentity.KEY
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
        long number = Math.floorMod(scenario.seed(), 10_000_000L);
        fields.putArray("phones").addObject().put("phone", String.format(Locale.ROOT, "+1555%07d", number));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

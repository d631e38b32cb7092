package io.github.kustomerconnector.operation.message;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.BulkMapping;
import io.github.kustomerconnector.operation.BulkMapping.ClientIds;
import io.github.kustomerconnector.operation.BulkResource;
import io.github.kustomerconnector.operation.TimelineBulk;
import java.util.List;
import java.util.Map;

/** Many messages on the timeline. Kustomer sends none of them. */
public final class MessageBulk {

    private static final String MESSAGE = "message";

    private MessageBulk() {}

    public static BulkResource messages() {
        return new TimelineBulk(
                MESSAGE,
                MessageApi.CREATE,
                MessageApi.UPDATE,
                (fields, attachments) -> MessageMapping.of(
                                BulkMapping.bound(MESSAGE, fields, MessageFields.class), attachments)
                        .checked(),
                MessageBulk::ids);
    }

    private static ClientIds ids(Map<String, Json> checked) {
        return new ClientIds(
                "create-message",
                checked.containsKey("conversation") ? "conversation" : "customer",
                List.of("subject", "preview"),
                MessageApi.CREATE_ONLY,
                MessageApi.LOOKUPS);
    }
}

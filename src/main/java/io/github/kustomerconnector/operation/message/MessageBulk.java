package io.github.kustomerconnector.operation.message;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.BulkMapping;
import io.github.kustomerconnector.operation.BulkMapping.ClientIds;
import io.github.kustomerconnector.operation.BulkResource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many messages on the timeline. Each sends an id that is derived from its identity, so Kustomer refuses a repeated
 * create, and the id finds the message. Kustomer sends none of them.
 */
public final class MessageBulk implements BulkResource {

    private static final String MESSAGE = "message";

    @Override
    public Path path() {
        return Path.of("/v1/messages/bulk");
    }

    @Override
    public Set<BulkAction> actions() {
        return EnumSet.complementOf(EnumSet.of(BulkAction.DELETE));
    }

    @Override
    public Role role(BulkAction action) {
        return action == BulkAction.UPDATE ? MessageApi.UPDATE : MessageApi.CREATE;
    }

    /** Kustomer keeps no external ids of messages unique, so an upsert looks for them. */
    @Override
    public boolean looksUpFirst(BulkAction action) {
        return action == BulkAction.UPSERT;
    }

    @Override
    public BulkItem create(Given given) {
        Attachments attachments = BulkMapping.attachments(given);
        Map<String, Json> checked = MessageMapping.of(
                        BulkMapping.bound(MESSAGE, given.fields(), MessageFields.class), attachments)
                .checked();
        BulkMapping.refuseUploads(MESSAGE, attachments);
        String parent = checked.containsKey("conversation") ? "conversation" : "customer";
        return BulkMapping.withClientId(
                given,
                checked,
                new ClientIds(
                        "create-message",
                        parent,
                        List.of("subject", "preview"),
                        MessageApi.CREATE_ONLY,
                        MessageApi.LOOKUPS));
    }

    @Override
    public BulkItem update(Given given) {
        return BulkMapping.uncheckedUpdate(MESSAGE, given);
    }
}

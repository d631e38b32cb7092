package io.github.kustomerconnector.operation.conversation;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkItem.Existing;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.BulkMapping;
import io.github.kustomerconnector.operation.BulkMapping.ClientIds;
import io.github.kustomerconnector.operation.BulkResource;
import io.github.kustomerconnector.operation.PortableNames;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many conversations. Each sends an id that is derived from its identity, so Kustomer refuses a repeated create, and the
 * id finds the conversation.
 */
public final class ConversationBulk implements BulkResource {

    private static final Role DELETE = new Role("org.permission.conversation.delete", "org.user.conversation.delete");
    private static final String CONVERSATION = "conversation";
    private static final ClientIds IDS = new ClientIds(
            "create-conversation", "customer", List.of("name"), ConversationApi.CREATE_ONLY, ConversationApi.LOOKUPS);

    @Override
    public Path path() {
        return Path.of("/v1/conversations/bulk");
    }

    /** Kustomer's documentation has no example of the delete. Its path is assumed. */
    @Override
    public Set<BulkAction> actions() {
        return EnumSet.allOf(BulkAction.class);
    }

    @Override
    public Role role(BulkAction action) {
        return switch (action) {
            case CREATE, UPSERT -> ConversationApi.CREATE;
            case UPDATE -> ConversationApi.UPDATE;
            case DELETE -> DELETE;
        };
    }

    /** Kustomer keeps no external ids of conversations unique, so an upsert looks for them. */
    @Override
    public boolean looksUpFirst(BulkAction action) {
        return action == BulkAction.UPSERT;
    }

    @Override
    public BulkItem create(Given given) {
        Map<String, Json> checked = ConversationMapping.of(
                        BulkMapping.bound(CONVERSATION, given.fields(), ConversationFields.class),
                        PortableNames.refused())
                .checked();
        return BulkMapping.withClientId(given, checked, IDS);
    }

    @Override
    public BulkItem update(Given given) {
        String id = BulkMapping.id(CONVERSATION, given.fields());
        refuseToChangeTags(given.fields());
        Map<String, Json> changes = ConversationUpdateMapping.of(
                        BulkMapping.bound(
                                CONVERSATION, BulkMapping.changes(given.fields()), ConversationUpdateFields.class),
                        BulkMapping.options(given.fields()),
                        PortableNames.refused())
                .checked();
        return new BulkItem(
                given.index(), BulkMapping.update(CONVERSATION, id, changes), Existing.none(given.ofPlace()));
    }

    private static void refuseToChangeTags(Json fields) {
        String change =
                Choice.orElse(fields.field("changeTags").flatMap(Json::text).orElse(""), "replace");
        if (!change.equalsIgnoreCase("replace")) {
            throw Failure.invalid(
                    CONVERSATION + ".changeTags",
                    "must be replace, because Kustomer adds and removes no tags in a bulk");
        }
    }
}

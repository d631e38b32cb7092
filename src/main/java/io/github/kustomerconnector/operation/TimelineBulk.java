package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.BulkMapping.ClientIds;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Many messages or notes, the entries of a timeline. Each sends an id that is derived from its identity, so Kustomer
 * refuses a repeated create, and the id finds the entry.
 *
 * @param container the name of an entry in messages, such as {@code note}
 * @param mapping checks the fields of an item, with its attachments
 * @param ids how an entry with these fields is found
 */
public record TimelineBulk(
        String container,
        Role create,
        Role update,
        BiFunction<Json, Attachments, Map<String, Json>> mapping,
        Function<Map<String, Json>, ClientIds> ids)
        implements BulkResource {

    @Override
    public Path path() {
        return Path.of("/v1/" + container + "s/bulk");
    }

    @Override
    public Set<BulkAction> actions() {
        return EnumSet.complementOf(EnumSet.of(BulkAction.DELETE));
    }

    @Override
    public Role role(BulkAction action) {
        return action == BulkAction.UPDATE ? update : create;
    }

    /** Kustomer keeps no external ids of entries unique, so an upsert looks for them. */
    @Override
    public boolean looksUpFirst(BulkAction action) {
        return action == BulkAction.UPSERT;
    }

    @Override
    public BulkItem create(Given given) {
        Attachments attachments =
                new Attachments(new TaskIdentity(given.identities().namespace(), 0, 0, "bulk", ""));
        Map<String, Json> checked = mapping.apply(given.fields(), attachments);
        refuseUploads(attachments);
        return BulkMapping.withClientId(given, checked, ids.apply(checked));
    }

    /** A document would have to be uploaded first, which makes one request for each. */
    private void refuseUploads(Attachments attachments) {
        if (!attachments.uploads().isEmpty()) {
            throw Failure.invalid(
                    container + ".attachments", "has a document: upload it before the bulk, and give its ID");
        }
    }

    @Override
    public BulkItem update(Given given) {
        return BulkMapping.uncheckedUpdate(container, given);
    }
}

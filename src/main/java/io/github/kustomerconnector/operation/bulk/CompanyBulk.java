package io.github.kustomerconnector.operation.bulk;

import static io.github.kustomerconnector.field.Formats.text;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkItem.Existing;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.BulkMapping;
import io.github.kustomerconnector.operation.BulkResource;
import io.github.kustomerconnector.operation.ContactLists;
import io.github.kustomerconnector.operation.company.CompanyApi;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Many companies. Nothing in Kustomer refuses a second company, so each one is looked up by its external id before it is
 * created. Kustomer deletes a company by an update.
 */
final class CompanyBulk implements BulkResource {

    private static final String COMPANY = "company";
    private static final Role CREATE = role("create", "write");
    private static final Role UPDATE = role("update", "write");

    /** The fields that a bulk update does not accept. */
    private static final Set<String> CREATE_ONLY = Set.of("createdAt", "importedAt", "rev", "whatsapps");

    private static final Unprotected RECORDS =
            new Unprotected(COMPANY, "name", text(256), "upsert-company", CREATE_ONLY, CompanyApi::byExternalId);

    private static Role role(String permission, String legacy) {
        return new Role("org.permission.company." + permission, "org.user.company." + legacy);
    }

    @Override
    public Path path() {
        return Path.of("/v1/companies/bulk");
    }

    @Override
    public Set<BulkAction> actions() {
        return EnumSet.allOf(BulkAction.class);
    }

    @Override
    public Role role(BulkAction action) {
        return action == BulkAction.CREATE || action == BulkAction.UPSERT ? CREATE : UPDATE;
    }

    @Override
    public boolean looksUpFirst(BulkAction action) {
        return action != BulkAction.DELETE;
    }

    @Override
    public BulkAction deletesBy() {
        return BulkAction.UPDATE;
    }

    @Override
    public BulkItem create(Given given) {
        return RECORDS.create(given);
    }

    @Override
    public BulkItem update(Given given) {
        BulkItem item = RECORDS.update(given);
        Map<String, Json> changes = item.content().fields();
        return ContactLists.hasExtendableList(changes)
                ? new BulkItem(given.index(), item.content(), extending(given, changes))
                : item;
    }

    /** Kustomer replaces whole lists, so the company is read first. A bulk update does not accept its revision. */
    private static Existing extending(Given given, Map<String, Json> changes) {
        String id = BulkMapping.id(COMPANY, given.fields());
        return new Existing(
                given.ofExternalId("update-company", id),
                List.of(CompanyApi.byId(id)),
                found -> false,
                (lookup, found) -> Optional.empty(),
                found -> Optional.of(Json.object(Unprotected.withExistingEntries(changes, found))));
    }

    @Override
    public BulkItem delete(Given given) {
        String id = BulkMapping.id(COMPANY, given.fields());
        return new BulkItem(
                given.index(),
                Json.object(put -> {
                    put.accept("id", Json.of(id));
                    put.accept("deleted", Json.of(true));
                }),
                Existing.none(given.ofPlace()));
    }
}

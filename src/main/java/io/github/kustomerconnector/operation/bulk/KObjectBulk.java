package io.github.kustomerconnector.operation.bulk;

import static io.github.kustomerconnector.field.Formats.text;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.operation.BulkResource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Many KObjects of one klass. Nothing in Kustomer refuses a second KObject for certain, so each one is looked up by its
 * external id before it is created.
 */
final class KObjectBulk implements BulkResource {

    /** The fields that an update does not accept. */
    private static final Set<String> CREATE_ONLY = Set.of("customer", "company");

    private final String klass;
    private final Unprotected records;

    /** @param klass its name, which is a part of paths */
    KObjectBulk(String klass) {
        this.klass = klass;
        this.records = new Unprotected(
                "kobject", "title", text(256), "create-kobject/" + klass, CREATE_ONLY, this::byExternalId);
    }

    private Lookup byExternalId(String id) {
        Path path = Path.of("/v1/klasses/{name}/externalId={externalId}", klass, id);
        return new Lookup(
                "external ID",
                () -> Request.get(path, role("read", "read")),
                found -> found.attribute("externalId").filter(id::equals).isPresent());
    }

    private static Role role(String permission, String legacy) {
        return new Role(
                "org.permission.kobject." + permission,
                "org.user.kobject." + legacy,
                List.of("org.permission.kobject.kobject_*." + permission));
    }

    @Override
    public Path path() {
        return Path.of("/v1/klasses/{name}/bulk", klass);
    }

    @Override
    public Set<BulkAction> actions() {
        return EnumSet.allOf(BulkAction.class);
    }

    @Override
    public Role role(BulkAction action) {
        BulkAction single = action == BulkAction.UPSERT ? BulkAction.CREATE : action;
        return role(single.name().toLowerCase(Locale.ROOT), single == BulkAction.DELETE ? "delete" : "write");
    }

    @Override
    public boolean looksUpFirst(BulkAction action) {
        return action == BulkAction.CREATE || action == BulkAction.UPSERT;
    }

    @Override
    public BulkItem create(Given given) {
        return records.create(given);
    }

    @Override
    public BulkItem update(Given given) {
        return records.update(given);
    }
}

package io.github.kustomerconnector.operation.kobject;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import io.github.kustomerconnector.operation.UpdateOptions;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Updates a KObject: {@code PUT /v1/klasses/{name}/{id}} with the given fields only. Kustomer keeps the other fields
 * and the custom attributes that are not given; this is an assumption. An external id is looked up first. If the task
 * replaces it, a KObject that has the new one already is updated. The owner is set by the create and cannot be
 * changed.
 *
 * <p>The update is idempotent. The last update wins, unless the task names a revision. In that case the connector
 * runtime recognizes the task's own update after a repeat. After a restart of the runtime, such a repeat fails.
 */
public record UpdateKObject(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable KObjectTarget target,
        @Nullable KObjectUpdateFields kobject,
        @Nullable UpdateOptions change,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(KObjectApi.UPDATE, KObjectApi.READ);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        String klass = KObjectTarget.orEmpty(target).lookup().klass();
        return WrittenRecord.of(
                result,
                KlassFormat.type(klass),
                KObjectApi.links(serverOrDefault(), klass).apply(result.resource()));
    }

    @Override
    public Call.Update call(TaskIdentity task) {
        KObjectLookup found = KObjectTarget.orEmpty(target).lookup();
        Map<String, Json> given =
                KObjectMapping.of(kobject, UpdateOptions.orDefault(change)).checked();
        if (Set.of("rev").containsAll(given.keySet())) {
            throw Failure.invalid("kobject", "changes nothing: set a field, or name one in change.clear");
        }
        List<Lookup> target = found.beforeUpdate(given);
        return new Call.Update(
                task.derived(),
                target,
                read -> List.of(KObjectApi.update(
                        found.klass(),
                        found.id().or(() -> read.map(Resource::id)).orElseThrow(),
                        given)),
                UpdateOptions.revision(given, (target.isEmpty() ? found.lookup() : target.getLast()).request()),
                found.unique(given),
                TimeoutOptions.timeout(options));
    }
}

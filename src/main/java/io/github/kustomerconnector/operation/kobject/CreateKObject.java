package io.github.kustomerconnector.operation.kobject;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.CreateWithClientId;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a KObject: {@code POST /v1/klasses/{name}}. Kustomer accepts no id of the client and does not document that
 * it refuses a second KObject with the same external id. So the external id, or one that is derived from the task, is
 * looked up first. A repeat therefore finds the KObject. Two connector runtimes that create the same KObject at the
 * same moment are not kept apart.
 */
public record CreateKObject(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable KObjectFields kobject,
        @Nullable KObjectCreateOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. An update of an existing KObject also needs the role to update. */
    public static List<Role> roles() {
        return List.of(KObjectApi.CREATE, KObjectApi.READ);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        String klass = text(
                        KObjectMapping.of(kobject, new PortableNames(Map.of())).checked(), "klass")
                .orElseThrow();
        return WrittenRecord.of(
                result,
                KlassFormat.type(klass),
                KObjectApi.links(serverOrDefault(), klass).apply(result.resource()));
    }

    @Override
    public Call<CallResult.Written> call(TaskIdentity task) {
        return PortableNames.resolve(names -> call(task, names));
    }

    private Call.Create call(TaskIdentity task, PortableNames names) {
        Map<String, Json> given =
                new LinkedHashMap<>(KObjectMapping.of(kobject, names).checked());
        String klass = text(given, "klass").orElseThrow();
        given.remove("klass");
        CreateWithClientId create = new CreateWithClientId(
                KObjectCreateOptions.common(options), task.of(klass), given, KObjectApi.lookups(klass));
        IdempotencyPolicy policy = create.policy(
                List.of("title"),
                found -> create.otherRelation(found, "customer").or(() -> create.otherRelation(found, "company")),
                found -> update(klass, create, found));
        return create.create(KObjectApi.create(klass, create.body()), policy, List.of());
    }

    /** The update of an existing KObject: the title is always given, so there is something to write. */
    private static Optional<Request> update(String klass, CreateWithClientId create, Resource found) {
        return Optional.of(KObjectApi.update(klass, found.id(), create.changes(KObjectApi.CREATE_ONLY)));
    }
}

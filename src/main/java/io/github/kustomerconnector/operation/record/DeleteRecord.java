package io.github.kustomerconnector.operation.record;

import static io.github.kustomerconnector.field.BodyBuilder.required;
import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.DeletedRecord;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a KObject, a conversation, a note or a company. Kustomer has no DELETE of companies, so a company is deleted
 * by {@code PUT /v1/companies/{id}} with {@code deleted: true}. That Kustomer answers 404 for a deleted company is an
 * assumption. An absent record counts as deleted, so the operation is idempotent. After a restart of the connector
 * runtime, a repeat returns the outcome {@code absent}.
 */
public record DeleteRecord(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable RecordTarget record,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Deleted> {

    /** All roles that the API key needs, one for each kind of record. */
    public static List<Role> roles() {
        return Stream.of(RecordKind.values()).map(RecordKind::role).toList();
    }

    @Override
    public Call.Delete call(TaskIdentity task) {
        RecordKind kind = kind();
        Request delete = kind == RecordKind.KOBJECT
                ? new Request("DELETE", Path.of("/v1/klasses/{name}/{id}", klass(), id()), null, kind.role())
                : kind.delete(id());
        return new Call.Delete(task.derived(), delete, TimeoutOptions.timeout(options));
    }

    @Override
    public DeletedRecord result(CallResult.Deleted result) {
        RecordKind kind = kind();
        return DeletedRecord.of(result, id(), kind == RecordKind.KOBJECT ? KlassFormat.type(klass()) : kind.type());
    }

    private RecordKind kind() {
        return RecordKind.of(record == null ? null : record.kind());
    }

    private String klass() {
        return required("record", "klass", record == null ? null : record.klass(), KlassFormat.NAME);
    }

    private String id() {
        return required("record", "id", record == null ? null : record.id(), objectId());
    }
}

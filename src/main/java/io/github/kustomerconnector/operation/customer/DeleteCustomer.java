package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.DeletedRecord;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a customer permanently: {@code DELETE /v1/customers/{id}}. An absent customer counts as deleted, so the
 * operation is idempotent. After a restart of the connector runtime, a repeat returns the outcome {@code absent}.
 */
public record DeleteCustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CustomerToDelete target,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Deleted> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(CustomerApi.DELETE);
    }

    @Override
    public DeletedRecord result(CallResult.Deleted result) {
        return DeletedRecord.of(result, CustomerToDelete.idOf(target), "customer");
    }

    @Override
    public Call.Delete call(TaskIdentity task) {
        Request delete =
                new Request("DELETE", CustomerApi.byId(CustomerToDelete.idOf(target)), null, CustomerApi.DELETE);
        return new Call.Delete(task.derived(), delete, TimeoutOptions.timeout(options));
    }
}

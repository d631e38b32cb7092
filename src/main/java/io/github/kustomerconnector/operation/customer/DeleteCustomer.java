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
 * Deletes a customer for good: {@code DELETE /v1/customers/{id}}. One that is gone already counts as deleted, so that a lost
 * answer, a redelivery and a crash come to the same; only the outcome says {@code absent} where the connector runtime no
 * longer knows that it was this task.
 */
public record DeleteCustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CustomerTarget target,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Deleted> {

    /** The roles that a key needs for this operation, all of them. */
    public static List<Role> roles() {
        return List.of(CustomerApi.DELETE);
    }

    @Override
    public DeletedRecord result(CallResult.Deleted result) {
        return DeletedRecord.of(result, CustomerTarget.idOf(target), "customer");
    }

    @Override
    public Call.Delete call(TaskIdentity task) {
        Request delete = new Request("DELETE", CustomerApi.byId(CustomerTarget.idOf(target)), null, CustomerApi.DELETE);
        return new Call.Delete(task.derived(), delete, TimeoutOptions.timeout(options));
    }
}

package io.github.kustomerconnector.operation.connection;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of the calling API key: {@code GET /v1/auth/tokens/current}, which works with any valid key
 * ("Quickstart", developer.kustomer.com).
 */
public record CheckConnection(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable TimeoutOptions options) implements Operation<CallResult.Raw> {

    /** Empty, because every valid key may read its own properties. */
    public static List<Role> roles() {
        return List.of();
    }

    @Override
    public Connection result(CallResult.Raw result) {
        return Connection.of(result, serverOrDefault());
    }

    @Override
    public Call.Raw call(TaskIdentity task) {
        return new Call.Raw(task.derived(), Connection.REQUEST, true, TimeoutOptions.timeout(options));
    }
}

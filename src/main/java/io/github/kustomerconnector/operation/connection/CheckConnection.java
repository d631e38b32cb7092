package io.github.kustomerconnector.operation.connection;

import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Ended;
import io.github.kustomerconnector.client.Path;
import io.github.kustomerconnector.client.Request;
import io.github.kustomerconnector.client.Role;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks Kustomer about the key that asks: {@code GET /v1/auth/tokens/current}, which works with any valid key ("Quickstart",
 * developer.kustomer.com).
 */
public record CheckConnection(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable TimeOptions options) implements Operation<Ended.Answer> {

    @Override
    public String name() {
        return "check-connection";
    }

    /** Needs none. */
    @Override
    public List<Role> roles() {
        return List.of();
    }

    @Override
    public Connection result(Ended.Answer ended) {
        return Connection.of(ended, place());
    }

    @Override
    public Call.Send call(TaskIdentity task) {
        Request request = Request.get(Path.of("/v1/auth/tokens/current"), Role.UNKNOWN);
        return new Call.Send(task.derived(), request, true, TimeOptions.timeout(options));
    }
}

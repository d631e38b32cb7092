package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import org.jspecify.annotations.Nullable;

/**
 * The bound input of a task, not checked yet. A container is null if the task sets none of its fields.
 *
 * <p>Each operation also has a static method {@code roles()}: all roles that the API key needs.
 *
 * @param <E> the result of the operation's call
 */
public interface Operation<E extends CallResult> {

    @Nullable Authentication authentication();

    @Nullable Server server();

    /**
     * The call for Kustomer.
     *
     * @param task the identity of this task
     * @throws io.github.kustomerconnector.call.KustomerException if a field is invalid; the message names each such
     *     field
     */
    Call<? extends E> call(TaskIdentity task);

    /**
     * The result for the process: a record whose components become the result's fields.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if the options of the task treat this result as a
     *     failure
     */
    Object result(E result);

    /** The API key; null if the task has none. */
    default @Nullable String apiKey() {
        Authentication given = authentication();
        return given == null ? null : given.apiKey();
    }

    /** The server of the task, else the default. */
    default Server serverOrDefault() {
        Server given = server();
        return given == null ? new Server(null, null, null) : given;
    }
}

package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import org.jspecify.annotations.Nullable;

/**
 * The bound input of a task, not checked yet. A container without a field is null. Each operation also has a static method
 * {@code roles()}: the roles that a key needs.
 *
 * @param <E> the result of its call
 */
public interface Operation<E extends CallResult> {

    @Nullable Authentication authentication();

    @Nullable Server server();

    /**
     * The call that the operation makes.
     *
     * @param task the identity of this task
     * @throws io.github.kustomerconnector.call.KustomerException if Kustomer does not accept a field; names each such field
     */
    Call<? extends E> call(TaskIdentity task);

    /**
     * The result for the process: a record whose components become the result's fields.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if the task does not accept the result
     */
    Object result(E result);

    /** The text of the API key; null if the task gives none. */
    default @Nullable String apiKey() {
        Authentication given = authentication();
        return given == null ? null : given.apiKey();
    }

    /** The server of the task, or the default. */
    default Server serverOrDefault() {
        Server given = server();
        return given == null ? new Server(null, null, null) : given;
    }
}

package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Ended;
import io.github.kustomerconnector.client.Endpoint;
import io.github.kustomerconnector.client.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of a task, bound and not yet checked. A container that the task does not give is null and holds nothing.
 *
 * @param <E> how its call ends
 */
public interface Operation<E extends Ended> {

    /** The operation's name, as in its job type: {@code create-customer}. */
    String name();

    /**
     * The roles that a key must have for it, all of them, whatever the options; empty if they are not known beforehand. Does not
     * depend on the input.
     */
    List<Role> roles();

    @Nullable Authentication authentication();

    @Nullable Server server();

    /**
     * What to ask of Kustomer.
     *
     * @param task the identities of this task
     * @throws io.github.kustomerconnector.client.KustomerException if a field is not what Kustomer takes; names every such
     *     field
     */
    Call<? extends E> call(TaskIdentity task);

    /**
     * What to hand back to the process: a record whose components become the result's fields.
     *
     * @throws io.github.kustomerconnector.client.KustomerException if the call's end is not what the task asks for
     */
    Object result(E ended);

    /**
     * Whom to ask, and as whom.
     *
     * @throws io.github.kustomerconnector.client.KustomerException if server or API key are not usable
     */
    default Endpoint endpoint() {
        Authentication given = authentication();
        return new Endpoint(place().base(), (given == null ? new Authentication(null) : given).key());
    }

    /** The server that the task gives, else the default. */
    default Server place() {
        Server given = server();
        return given == null ? new Server(null, null, null) : given;
    }
}

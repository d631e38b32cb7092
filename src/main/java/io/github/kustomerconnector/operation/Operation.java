package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.client.Call;

/** The input of a task, bound and not yet checked. */
public interface Operation {

    /** The operation's name, as in its job type: {@code create-customer}. */
    String name();

    /** The type of the record that it works on: {@code customer}. */
    String recordType();

    Authentication authentication();

    Server server();

    Options options();

    /**
     * What to ask of Kustomer.
     *
     * @param task the identities of this task
     * @throws io.github.kustomerconnector.client.KustomerException if a field is not what Kustomer takes; names every such
     *     field
     */
    Call call(TaskIdentity task);
}

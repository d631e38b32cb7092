package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.Identity;
import java.util.Optional;

/**
 * The keys of a task. The identity of a create is derived from them if the task names none.
 *
 * @param namespace distinguishes clusters that use one Kustomer organization, because each cluster counts its keys
 *     from the same number; empty for none
 * @param operation the operation's name, such as {@code create-customer}
 * @param processId the id of the BPMN process, such as {@code handle-order}
 */
public record TaskIdentity(
        String namespace, long processInstanceKey, long elementInstanceKey, String operation, String processId) {

    /**
     * The same task, for an operation whose external ids and idempotency keys are separate for each kind of record.
     *
     * @param kind such as the klass of a KObject
     */
    public TaskIdentity of(String kind) {
        return new TaskIdentity(namespace, processInstanceKey, elementInstanceKey, operation + "/" + kind, processId);
    }

    /** The identity of the record: the external id, else this task. */
    public Identity chosen(Optional<String> externalId) {
        return externalId.map(this::ofExternalId).orElseGet(this::derived);
    }

    /** The identity of this task. */
    public Identity derived() {
        return Identity.ofTask(namespace, processInstanceKey, elementInstanceKey, operation);
    }

    /** The identity of an idempotency key that only tasks of this process share. */
    public Identity namedInProcess(String key) {
        return Identity.ofKeyInProcess(namespace, processId, key, operation);
    }

    /** The identity of an idempotency key. */
    public Identity named(String key) {
        return Identity.ofKey(namespace, key, operation);
    }

    /** The identity of an external id. It differs from the identity of the same text as idempotency key. */
    public Identity ofExternalId(String externalId) {
        return Identity.ofExternalId(namespace, externalId, operation);
    }
}

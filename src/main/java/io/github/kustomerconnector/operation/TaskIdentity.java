package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.Identity;
import java.util.Optional;

/**
 * The keys of a task. The identity of a create is derived from them if the task names none.
 *
 * @param namespace distinguishes clusters that use one Kustomer organization, because each cluster counts its keys
 *     from the same number; empty for none
 * @param operation the operation's name, such as {@code create-customer}
 */
public record TaskIdentity(String namespace, long processInstanceKey, long elementInstanceKey, String operation) {

    /** The identity of the record: the idempotency key, else the external id, else this task. */
    public Identity chosen(Optional<String> key, Optional<String> externalId) {
        return key.map(this::named).or(() -> externalId.map(this::ofExternalId)).orElseGet(this::derived);
    }

    /** The identity of this task. */
    public Identity derived() {
        return Identity.ofTask(namespace, processInstanceKey, elementInstanceKey, operation);
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

package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.Identity;
import java.util.Optional;

/**
 * Where a task stands: what the identity of a create is derived from where the process names none.
 *
 * @param namespace tells clusters apart that work in one Kustomer organization, since each counts its keys from the same
 *     number; empty for none
 * @param operation the operation's name, such as {@code create-customer}
 */
public record TaskIdentity(String namespace, long processInstanceKey, long elementInstanceKey, String operation) {

    /** What is to be made only once: the key that the process names, else the external id of the record, else this task. */
    public Identity chosen(Optional<String> key, Optional<String> externalId) {
        return key.map(this::named).or(() -> externalId.map(this::ofExternalId)).orElseGet(this::derived);
    }

    /** The identity of this task. */
    public Identity derived() {
        return Identity.ofTask(namespace, processInstanceKey, elementInstanceKey, operation);
    }

    /** The identity that {@code key} names. */
    public Identity named(String key) {
        return Identity.ofKey(namespace, key, operation);
    }

    /** The identity that a record's external id names: another than that of the same key. */
    public Identity ofExternalId(String externalId) {
        return Identity.ofExternalId(namespace, externalId, operation);
    }
}

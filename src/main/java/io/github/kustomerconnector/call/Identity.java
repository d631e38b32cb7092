package io.github.kustomerconnector.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The identity of one create: the same for every repeat of a task, different for every other task. It is the SHA-256
 * (FIPS 180-4) of its parts in UTF-8. Each part follows its length in bytes, as decimal digits, and a colon, so that
 * no two lists of parts have the same encoding.
 */
public final class Identity {

    private static final int OBJECT_ID_DIGITS = 24;
    private static final int EXTERNAL_ID_DIGITS = 32;

    /**
     * The encoded parts. They are hashed only when an id is needed, because most records have an identifier of the
     * business.
     */
    private final String parts;

    private Identity(String parts) {
        this.parts = parts;
    }

    /**
     * The identity of a task. It is stable across redelivery, retries, incidents and restarts. It differs for each
     * iteration of a loop and each body of a multi-instance.
     *
     * @param namespace distinguishes clusters, because each cluster counts its keys from the same number; may be empty
     * @param operation the operation's name, such as {@code create-customer}
     */
    public static Identity ofTask(
            String namespace, long processInstanceKey, long elementInstanceKey, String operation) {
        return of("task", namespace, operation, Long.toString(processInstanceKey), Long.toString(elementInstanceKey));
    }

    /** The identity that the process names, such as an order number. */
    public static Identity ofKey(String namespace, String key, String operation) {
        return of("key", namespace, operation, key);
    }

    /** The identity that the process names, for one process only. It differs from the one for all processes. */
    public static Identity ofKeyInProcess(String namespace, String processId, String key, String operation) {
        return of("keyInProcess", namespace, operation, processId, key);
    }

    /** The identity that a record's external id names. It differs from the one of an equal key. */
    public static Identity ofExternalId(String namespace, String externalId, String operation) {
        return of("externalId", namespace, operation, externalId);
    }

    private static Identity of(String... parts) {
        StringBuilder counted = new StringBuilder(96);
        for (String part : parts) {
            counted.append(bytes(part)).append(':').append(part);
        }
        return new Identity(counted.toString());
    }

    private static int bytes(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length;
    }

    private String hash() {
        return HexFormat.of().formatHex(sha256().digest(parts.getBytes(StandardCharsets.UTF_8)));
    }

    /** The identity of a part of this one, such as an attachment. */
    public Identity part(String name) {
        return of("part", hash(), name);
    }

    /**
     * The identity of this task with its present inputs. A person may correct the inputs between two deliveries of a
     * job, and what this process remembers of the task is then about other inputs.
     *
     * @param checksum a number that is the same for the same inputs
     */
    public Identity withInputs(int checksum) {
        return of("inputs", parts, Integer.toString(checksum));
    }

    /** A Kustomer object id: 24 hex digits. Lists sorted by id follow the hash, not the time. */
    public String objectId() {
        return hash().substring(0, OBJECT_ID_DIGITS);
    }

    /** A Kustomer external id: {@code camunda-} and 32 hex digits. */
    public String externalId() {
        return "camunda-" + hash().substring(0, EXTERNAL_ID_DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Identity identity && parts.equals(identity.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return hash();
    }
}

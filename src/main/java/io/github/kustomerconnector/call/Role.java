package io.github.kustomerconnector.call;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The role that a key needs for a request. Any one of its names is enough ("API keys and roles",
 * developer.kustomer.com).
 *
 * @param permission the permission-set role, such as {@code org.permission.customer.create}
 * @param legacy the older role, such as {@code org.user.customer.write}; empty if there is none
 * @param others rarer roles that are enough too
 */
public record Role(String permission, String legacy, List<String> others) {

    /** The role of a request that needs none, or an unknown one. */
    public static final Role UNKNOWN = new Role("", "");

    public Role {
        others = List.copyOf(others);
    }

    /** A role without rarer names. */
    public Role(String permission, String legacy) {
        this(permission, legacy, List.of());
    }

    /** Whether the required role is known. */
    public boolean isKnown() {
        return !permission.isEmpty();
    }

    /**
     * Whether a key with the given roles has this one. A role includes the roles whose names continue its own after a
     * dot, with or without {@code .*} at its end: {@code org.user} includes {@code org.user.customer.write}. This is
     * an assumption; the vendor does not document it.
     */
    public boolean isAmong(Collection<String> held) {
        return Stream.concat(Stream.of(permission, legacy), others.stream())
                .anyMatch(needed -> held.stream()
                        .map(role -> role.endsWith(".*") ? role.substring(0, role.length() - 2) : role)
                        .anyMatch(role -> needed.equals(role) || needed.startsWith(role + ".")));
    }

    /** The role, as messages name it: "the role ...". */
    public String description() {
        return isKnown() ? "the role " + this : "a role for this call";
    }

    @Override
    public String toString() {
        return legacy.isEmpty() ? permission : permission + " (or " + legacy + ")";
    }
}

package io.github.kustomerconnector.client;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The role that a key needs for a call; any one of the names is enough ("API keys and roles", developer.kustomer.com).
 *
 * @param permission the permission-set role, such as {@code org.permission.customer.create}
 * @param legacy the older role, such as {@code org.user.customer.write}
 * @param others rarer roles that do as well
 */
public record Role(String permission, String legacy, List<String> others) {

    /** The role of a call that is not known beforehand, or needs none. */
    public static final Role UNKNOWN = new Role("", "");

    public Role {
        others = List.copyOf(others);
    }

    /** A role without rarer names. */
    public Role(String permission, String legacy) {
        this(permission, legacy, List.of());
    }

    /** Whether it is known what a key needs. */
    public boolean isKnown() {
        return !permission.isEmpty();
    }

    /**
     * Whether a key with the given roles has this one. A role whose name begins another's, up to a dot, is taken to include it
     * ({@code org.user} has {@code org.user.customer.write}), with or without {@code .*} at its end; the vendor says so nowhere.
     */
    public boolean isAmong(Collection<String> held) {
        return Stream.concat(Stream.of(permission, legacy), others.stream())
                .anyMatch(needed -> held.stream()
                        .map(role -> role.endsWith(".*") ? role.substring(0, role.length() - 2) : role)
                        .anyMatch(role -> needed.equals(role) || needed.startsWith(role + ".")));
    }

    /** What a key lacks or needs, as messages say it. */
    String words() {
        return isKnown() ? "the role " + this : "a role for this call";
    }

    @Override
    public String toString() {
        return permission + " (or " + legacy + ")";
    }
}

package io.github.kustomerconnector.simulator;

import java.util.Set;

/**
 * A key of the organization.
 *
 * @param everyRole whether the key may do everything, whatever its roles
 */
record ApiKey(String token, Set<String> roles, String pod, boolean everyRole) {

    ApiKey {
        roles = Set.copyOf(roles);
    }

    boolean allows(Set<String> anyOf) {
        return everyRole || anyOf.isEmpty() || anyOf.stream().anyMatch(roles::contains);
    }
}

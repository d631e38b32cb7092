package io.github.kustomerconnector.simulator;

import java.util.Set;

/**
 * An API key of the simulated organization.
 *
 * @param everyRole whether the key passes every role check; {@code roles} are only shown then
 */
record ApiKey(String token, Set<String> roles, String pod, boolean everyRole) {

    /** @throws IllegalArgumentException if the token is blank */
    ApiKey {
        if (token.isBlank()) {
            throw new IllegalArgumentException("an API key is not blank");
        }
        roles = Set.copyOf(roles);
    }

    boolean allows(Set<String> anyOf) {
        return everyRole || anyOf.isEmpty() || anyOf.stream().anyMatch(roles::contains);
    }
}

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

    /** @throws ApiErrorException with the status if the key has none of the roles; no roles allow every key */
    void require(Set<String> anyOf, int status) {
        if (!everyRole && !anyOf.isEmpty() && anyOf.stream().noneMatch(roles::contains)) {
            ErrorCode code = status == 403 ? ErrorCode.FORBIDDEN : ErrorCode.UNAUTHORIZED;
            throw new ApiErrorException(ApiError.of(status, code, "Missing role"));
        }
    }
}

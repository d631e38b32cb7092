package io.github.kustomerconnector.connector;

/** The codes that processes and operators see; {@code docs/errors.md} explains each of them. */
enum ErrorCode {
    KUSTOMER_INVALID_INPUT,
    KUSTOMER_REJECTED,
    KUSTOMER_NOT_FOUND,
    KUSTOMER_DUPLICATE,
    KUSTOMER_UNAUTHORIZED,
    KUSTOMER_RATE_LIMITED,
    KUSTOMER_UNAVAILABLE,
    KUSTOMER_OUTCOME_UNKNOWN,
    KUSTOMER_UNREADABLE
}

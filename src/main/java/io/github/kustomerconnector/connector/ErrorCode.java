package io.github.kustomerconnector.connector;

/** The error codes for processes and operators. The README has a table with the meaning and the remedy of each. */
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

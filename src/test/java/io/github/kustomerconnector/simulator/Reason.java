package io.github.kustomerconnector.simulator;

/** Why Kustomer refuses, with the codes of its two error shapes. */
enum Reason {
    INVALID("badparam", "bad_request"),
    UNAUTHORIZED("unauthorized", "unauthorized"),
    FORBIDDEN("forbidden", "forbidden"),
    NOT_FOUND("notfound", "not_found"),
    NOT_ALLOWED("methodnotallowed", "method_not_allowed"),
    CONFLICT("conflict", "conflict"),
    TOO_LARGE("toolarge", "payload_too_large"),
    UNSUPPORTED("unsupportedmediatype", "unsupported_media_type"),
    RATE_LIMITED("toomanyrequests", "too_many_requests");

    private final String oldCode;
    private final String newCode;

    Reason(String oldCode, String newCode) {
        this.oldCode = oldCode;
        this.newCode = newCode;
    }

    String oldCode() {
        return oldCode;
    }

    String newCode() {
        return newCode;
    }
}

package io.github.kustomerconnector.simulator;

/** The reasons for an error, each with its code in both {@link ErrorShape error shapes}. */
enum ErrorCode {
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

    ErrorCode(String oldCode, String newCode) {
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

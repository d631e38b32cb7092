package io.github.kustomerconnector.simulator;

/**
 * One error in an error body.
 *
 * @param detail more about the error; empty for none
 * @param parameter the field with the error; empty for none
 */
record ApiError(int status, ErrorCode code, String title, String detail, String parameter) {

    static ApiError of(int status, ErrorCode code, String title) {
        return new ApiError(status, code, title, "", "");
    }

    ApiError at(String newParameter) {
        return new ApiError(status, code, title, detail, newParameter);
    }

    /** The title with the field. */
    String sentence() {
        return parameter.isEmpty() ? title : title + " (" + parameter + ")";
    }

    static ApiError invalid(int status, Violation violation) {
        return new ApiError(status, ErrorCode.INVALID, violation.title(), violation.rule(), violation.parameter());
    }

    static ApiError unknownProperty(int status, String parameter, String rule) {
        return new ApiError(status, ErrorCode.INVALID, "Additional properties not allowed", rule, parameter);
    }

    static ApiError notFound(String parameter) {
        return new ApiError(404, ErrorCode.NOT_FOUND, "Not Found", "", parameter);
    }

    static ApiError taken(int status, String parameter) {
        ErrorCode code = status == 409 ? ErrorCode.CONFLICT : ErrorCode.INVALID;
        return new ApiError(status, code, "Already in use", "", parameter);
    }
}

package io.github.kustomerconnector.simulator;

/**
 * One entry of an error body.
 *
 * @param detail more about it, empty for none
 * @param parameter the field it is about, empty for none
 */
record Problem(int status, Reason reason, String title, String detail, String parameter) {

    static Problem of(int status, Reason reason, String title) {
        return new Problem(status, reason, title, "", "");
    }

    Problem at(String newParameter) {
        return new Problem(status, reason, title, detail, newParameter);
    }

    static Problem invalid(int status, Violation violation) {
        return new Problem(status, Reason.INVALID, violation.title(), violation.rule(), violation.parameter());
    }

    static Problem unknownProperty(int status, String parameter, String rule) {
        return new Problem(status, Reason.INVALID, "Additional properties not allowed", rule, parameter);
    }

    static Problem notFound(String parameter) {
        return new Problem(404, Reason.NOT_FOUND, "Not Found", "", parameter);
    }

    static Problem taken(int status, String parameter) {
        Reason reason = status == 409 ? Reason.CONFLICT : Reason.INVALID;
        return new Problem(status, reason, "Already in use", "", parameter);
    }
}

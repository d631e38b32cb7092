package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.call.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The BPMN errors that failures propose. A process may handle an error that depends on the record's data. A wrong
 * set-up becomes an incident, because it must not look like a refused record.
 */
final class BpmnErrors {

    /** What all operations have in common; the other inputs contain the record's data. */
    private static final Set<String> SET_UP =
            Set.of("authentication", "server", "options", TaskInputs.ROOT, "resultVariable", "resultExpression");

    private static final Set<Integer> ABOUT_DATA = Set.of(400, 409, 413, 422);

    private BpmnErrors() {}

    /** Whether the failure depends on the data of the record. */
    static boolean isAboutData(Failure failure) {
        return switch (failure) {
            case Failure.Duplicate duplicate -> true;
            case Failure.NotFound notFound -> true;
            case Failure.Rejected rejected ->
                rejected.details().field() != null
                        || (rejected.details().status() != null
                                && ABOUT_DATA.contains(rejected.details().status()));
            case Failure.InvalidInput input -> isDataField(input.details().field());
            case Failure.Unauthorized refused -> false;
            case Failure.RateLimited limited -> false;
            case Failure.Unavailable unavailable -> false;
            case Failure.OutcomeUnknown unknown -> false;
            case Failure.Unreadable unreadable -> false;
        };
    }

    /**
     * What FEEL's {@code bpmnError(error.code, error.message, {kustomerError: error})} returns for the error.
     *
     * @param variables those of the error, without the BPMN error itself
     */
    static Map<String, Object> of(ErrorCode code, String message, Map<String, Object> variables) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code.name());
        error.put("message", message);
        error.put("variables", variables);
        return Map.of(
                "errorType",
                "bpmnError",
                "errorCode",
                code.name(),
                "errorMessage",
                message,
                "variables",
                Map.of("kustomerError", error));
    }

    private static boolean isDataField(@Nullable String field) {
        return field != null && !SET_UP.contains(field.split("[.\\[]", 2)[0]);
    }
}

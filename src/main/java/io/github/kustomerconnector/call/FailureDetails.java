package io.github.kustomerconnector.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the request that failed. It is safe to show to an operator and to store in the engine.
 *
 * @param status the HTTP status; null without an answer
 * @param kustomerCode Kustomer's own error code; null if the answer has none
 * @param field the field at fault; null if unknown
 * @param requestId the id that Kustomer's CDN gave the request ({@code X-Amz-Cf-Id}); null if the answer has none
 * @param method the HTTP method; null if there was no request
 * @param path the path template without values; null if there was no request
 */
public record FailureDetails(
        @Nullable Integer status,
        @Nullable String kustomerCode,
        @Nullable String field,
        @Nullable String requestId,
        @Nullable String method,
        @Nullable String path) {

    /** Details of a failure about which nothing is known. */
    public static final FailureDetails NOTHING = new FailureDetails(null, null, null, null, null, null);

    /** Details of a variable that was refused. */
    public static FailureDetails ofField(String field) {
        return new FailureDetails(null, null, field, null, null, null);
    }

    /** Details of a request without an answer. */
    public static FailureDetails of(Request request) {
        return new FailureDetails(
                null, null, null, null, request.method(), request.path().template());
    }

    /** Error variables by name. Unknown details are absent. */
    public Map<String, Object> variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        put(variables, "status", status);
        put(variables, "kustomerCode", kustomerCode);
        put(variables, "field", field);
        put(variables, "requestId", requestId);
        put(variables, "method", method);
        put(variables, "path", path);
        return variables;
    }

    private static void put(Map<String, Object> variables, String name, @Nullable Object value) {
        if (value != null) {
            variables.put(name, value);
        }
    }
}

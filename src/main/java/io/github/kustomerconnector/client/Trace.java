package io.github.kustomerconnector.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the exchange in which something failed: safe to show to an operator and to store in the engine.
 *
 * @param status HTTP status, null if no answer came
 * @param kustomerCode Kustomer's own error code, null if it gave none
 * @param field the field at fault, null if none is known
 * @param requestId the id under which Kustomer's CDN saw the request ({@code X-Amz-Cf-Id}), null if it gave none that looks like one
 * @param method HTTP method, null if nothing was to be sent
 * @param path path template without values, null if nothing was to be sent
 */
public record Trace(
        @Nullable Integer status,
        @Nullable String kustomerCode,
        @Nullable String field,
        @Nullable String requestId,
        @Nullable String method,
        @Nullable String path) {

    /** For what failed before anything was known. */
    public static final Trace NOTHING = new Trace(null, null, null, null, null, null);

    private static final Pattern REQUEST_ID = Pattern.compile("[\\w=+/-]{1,128}");

    static Trace ofField(String field) {
        return new Trace(null, null, field, null, null, null);
    }

    static Trace of(Request request) {
        return new Trace(
                null, null, null, null, request.method(), request.path().template());
    }

    static Trace of(Endpoint endpoint, Request request, Reply.Answered reply) {
        String requestId = reply.headers()
                .firstValue("x-amz-cf-id")
                .filter(id ->
                        REQUEST_ID.matcher(id).matches() && !endpoint.key().isIn(id))
                .orElse(null);
        return new Trace(
                reply.status(),
                null,
                null,
                requestId,
                request.method(),
                request.path().template());
    }

    Trace with(@Nullable String newCode, @Nullable String newField) {
        return new Trace(status, newCode, newField, requestId, method, path);
    }

    /** The known parts by name; a part that is not known is not there. */
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

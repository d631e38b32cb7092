package io.github.kustomerconnector.saas;

import io.github.kustomerconnector.call.Region;
import io.github.kustomerconnector.connector.TaskInputs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request of Camunda's REST connector, in FEEL. Its expressions read the fields of the form, such as
 * {@code kustomer.in_customer_name}.
 *
 * @param path an expression for the path
 * @param body an expression for each field of the body; empty for a request without a body
 */
public record RestRequest(String method, String path, Map<String, String> body) {

    private static final String TIMEOUT_SECONDS = "=30";

    public RestRequest {
        body = new LinkedHashMap<>(body);
    }

    static RestRequest post(String path) {
        return new RestRequest("POST", path, Map.of());
    }

    static RestRequest get(String path) {
        return new RestRequest("GET", path, Map.of());
    }

    /** The request with one more field in the body. */
    RestRequest with(String field, String expression) {
        RestRequest request = new RestRequest(method, path, body);
        request.body.put(field, expression);
        return request;
    }

    /** What the field contains. */
    static String value(String field) {
        return TaskInputs.target(field);
    }

    /** A number becomes a text. */
    static String text(String field) {
        return "string(%s)".formatted(value(field));
    }

    /** A list of texts, from a list or a text with commas. */
    static String texts(String field) {
        return "for text in %s return trim(string(text))".formatted(list(field));
    }

    /** A list of objects with the key, from a list or a text with commas. An object stays as it is. */
    static String contacts(String field, String key) {
        return "for entry in %s return if entry instance of string then {%s: trim(entry)} else entry"
                .formatted(list(field), key);
    }

    private static String list(String field) {
        String value = value(field);
        return "(if %s instance of string then split(%s, \",\") else %s)".formatted(value, value, value);
    }

    /**
     * A segment of a path. FEEL cannot encode it, and the REST connector encodes all but the characters that part an
     * address.
     */
    static String segment(String field) {
        return "replace(replace(replace(replace(%s, \"%%\", \"%%25\"), \"/\", \"%%2F\"), \"[?]\", \"%%3F\"), \"#\", \"%%23\")"
                .formatted(text(field));
    }

    /**
     * The inputs of the REST connector and their values. All inputs are there, because the connector would read a process
     * variable that has the name of a missing one.
     */
    public Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("method", method);
        inputs.put("url", url());
        inputs.put("authentication.type", "bearer");
        inputs.put("authentication.token", "=" + value("authentication.apiKey"));
        inputs.put("headers", "={Accept: \"application/json\"}");
        inputs.put("queryParameters", "={}");
        inputs.put("body", body.isEmpty() ? "=null" : bodyExpression());
        inputs.put("ignoreNullValues", "=true");
        inputs.put("connectionTimeoutInSeconds", TIMEOUT_SECONDS);
        inputs.put("readTimeoutInSeconds", TIMEOUT_SECONDS);
        inputs.put("writeTimeoutInSeconds", TIMEOUT_SECONDS);
        inputs.put("skipEncoding", "=null");
        inputs.put("storeResponse", "=false");
        inputs.put("groupSetCookieHeaders", "=false");
        return inputs;
    }

    private String url() {
        String region = value("server.region");
        return "=(if %s = \"us\" then \"%s\" else if %s = \"eu\" then \"%s\" else if %s = \"india\" then \"%s\""
                        .formatted(region, Region.US.base(), region, Region.EU.base(), region, Region.INDIA.base())
                + " else if %s = \"custom\" then replace(%s, \"/+$\", \"\")".formatted(region, value("server.baseUrl"))
                + " else \"https://\" + %s + \".api.kustomerapp.com\")".formatted(value("server.organization"))
                + " + (%s)".formatted(path);
    }

    private String bodyExpression() {
        return body.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", ", "={", "}"));
    }
}

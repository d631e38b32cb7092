package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A reply of the simulator, before it is sent.
 *
 * @param body empty for none
 */
record Reply(int status, Map<String, String> headers, String body) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** Copies the headers. */
    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, JSON, body.toString());
    }

    static Reply json(int status, String body) {
        return new Reply(status, JSON, body);
    }

    static Reply html(int status, String title) {
        String page = "<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>".formatted(title);
        return new Reply(status, Map.of("Content-Type", "text/html"), page);
    }

    /** Text that can contain parts of the request, so a browser must not read it as HTML. */
    static Reply text(int status, String text) {
        return new Reply(
                status, Map.of("Content-Type", "text/plain; charset=utf-8", "X-Content-Type-Options", "nosniff"), text);
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    /** Whether HTTP allows no body with the status (RFC 9110, sections 15.3.5 and 15.4.5). */
    boolean isWithoutBody() {
        return status == 204 || status == 304;
    }

    /** The body as it is sent. That of a file has one character for each byte. */
    byte[] bytes() {
        boolean isFile = headers.getOrDefault("Content-Type", "").equals("application/octet-stream");
        return body.getBytes(isFile ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    Reply with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body);
    }
}

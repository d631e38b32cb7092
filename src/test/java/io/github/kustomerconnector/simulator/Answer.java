package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What the simulator answers a request with. */
public record Answer(int status, Map<String, String> headers, String body) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    static Answer json(int status, JsonNode body) {
        return new Answer(status, JSON, body.toString());
    }

    static Answer json(int status, String body) {
        return new Answer(status, JSON, body);
    }

    static Answer html(int status, String title) {
        String page = "<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>".formatted(title);
        return new Answer(status, Map.of("Content-Type", "text/html"), page);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }
}

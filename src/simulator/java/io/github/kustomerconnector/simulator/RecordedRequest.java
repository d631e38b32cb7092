package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request that the simulator received.
 *
 * @param at when the head had been read, by the simulator's clock
 * @param target the raw path and query
 * @param headers by name; the case of a name does not matter
 * @param body as text; empty if there is none or a fault was injected before it was read
 * @param status of the reply that the simulator sent, even if it did not arrive; empty if there is no reply (yet)
 */
@ForOwnTests
public record RecordedRequest(
        Instant at, String method, String target, Map<String, List<String>> headers, String body, OptionalInt status) {

    /** Copies the headers into a map that ignores the case of names. */
    public RecordedRequest {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /** The raw path, without the query. */
    public String path() {
        return URI.create(target).getRawPath();
    }

    /** The first value of a header; empty if the request does not have it. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The decoded first value of a query parameter; empty if the request does not have it. */
    public Optional<String> query(String name) {
        return rawQuery()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** The parameters of the query, percent-encoded, such as {@code page=2}. */
    Stream<String> rawQuery() {
        String query = URI.create(target).getRawQuery();
        return query == null
                ? Stream.empty()
                : Arrays.stream(query.split("&", -1)).filter(pair -> !pair.isEmpty());
    }

    /**
     * The body as JSON.
     *
     * @throws IllegalArgumentException if the body is not JSON
     */
    public JsonNode json() {
        return Json.parse(body);
    }

    int bodySize() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    RecordedRequest withBody(String text) {
        return new RecordedRequest(at, method, target, headers, text, status);
    }

    RecordedRequest withStatus(int code) {
        return new RecordedRequest(at, method, target, headers, body, OptionalInt.of(code));
    }

    @Override
    public String toString() {
        String reply = status.isPresent() ? String.valueOf(status.getAsInt()) : "no reply";
        return "%s %s -> %s".formatted(method, target, reply);
    }
}

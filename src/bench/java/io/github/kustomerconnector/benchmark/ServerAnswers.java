package io.github.kustomerconnector.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The answers of the server: a new customer, a page of a search with 500 matches, or a customer of almost 2 MB. */
final class ServerAnswers {

    private static final int MATCHES = 500;
    private static final int LARGE = 2_000_000;
    private static final byte[] CREATED = Customer.answer().toString().getBytes(UTF_8);

    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final byte[] large;

    ServerAnswers() {
        ObjectNode customer = Customer.answer();
        ArrayNode notes = customer.withObject("/data/attributes/custom").putArray("notesTxt");
        String note = Customer.answer().toString();
        for (int size = customer.toString().length(); size < LARGE; size += 1000) {
            notes.add(note.substring(0, 900).replace('"', '\''));
        }
        large = customer.toString().getBytes(UTF_8);
    }

    /** The answer to a request. */
    byte[] to(HttpMethod method, String uri) {
        if (method.equals(HttpMethod.GET)) {
            return large;
        }
        return uri.contains("/search") ? pages.computeIfAbsent(uri, ServerAnswers::page) : CREATED;
    }

    private static byte[] page(String uri) {
        Map<String, List<String>> parameters = new QueryStringDecoder(uri).parameters();
        int size = Integer.parseInt(parameters.get("pageSize").getFirst());
        int number =
                Integer.parseInt(parameters.getOrDefault("page", List.of("1")).getFirst());
        ObjectNode answer = Customer.answer();
        ArrayNode data = answer.putArray("data");
        for (int i = (number - 1) * size; i < Math.min(MATCHES, number * size); i++) {
            ObjectNode record = (ObjectNode) Customer.answer().path("data");
            record.put("id", String.format(Locale.ROOT, "5f9e1c2d3b4a59687f%06d", i));
            data.add(record);
        }
        answer.putObject("meta").put("total", MATCHES).put("page", number).put("pageSize", size);
        if (number * size < MATCHES) {
            answer.putObject("links").put("next", "/v1/customers/search?page=" + (number + 1));
        }
        return answer.toString().getBytes(UTF_8);
    }
}

package io.github.kustomerconnector.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** A request in progress, from the moment its head was read, with its entry in the request log. */
final class Exchange {

    /** The rest of a longer body is not read. Kustomer accepts no JSON of this size. */
    static final int MAX_BODY = 1024 * 1024;

    /** The rest of a longer form is not read. Kustomer accepts no file of this size. */
    private static final int MAX_FORM = 64 * 1024 * 1024;

    private final HttpExchange exchange;
    private final RequestLog log;
    private final int number;
    private final RequestTrace trace;
    private RecordedRequest request;

    Exchange(HttpExchange exchange, RequestLog log, Settings settings, RequestTraces traces) {
        this.exchange = exchange;
        this.log = log;
        request = new RecordedRequest(
                settings.now(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                "",
                OptionalInt.empty());
        number = log.add(request);
        trace = traces.begin(request);
    }

    RecordedRequest request() {
        return request;
    }

    /** The course of the request, for the page. */
    RequestTrace trace() {
        return trace;
    }

    /** The client's end of the connection. */
    ClientSocket client(Relay relay) throws IOException {
        return relay.client(exchange.getRemoteAddress());
    }

    /** A multipart form is read as ISO 8859-1, because its file can contain any bytes. */
    void readBody() throws IOException {
        boolean isForm = request.header("Content-Type").orElse("").startsWith("multipart/");
        byte[] bytes = exchange.getRequestBody().readNBytes(isForm ? MAX_FORM : MAX_BODY);
        String body = new String(bytes, isForm ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        request = request.withBody(body);
        log.amend(number, recorded -> recorded.withBody(body));
    }

    void recordStatus(int status) {
        log.amend(number, recorded -> recorded.withStatus(status));
        trace.status(status);
    }

    void send(Reply reply) throws IOException {
        recordStatus(reply.status());
        trace.reply(reply);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = request.method().equals("HEAD") || reply.isWithoutBody() ? new byte[0] : reply.bytes();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}

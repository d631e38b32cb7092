package io.github.kustomerconnector.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** One request on its way through the simulator, from the moment its head was read. */
final class Visit {

    private final HttpExchange exchange;
    private final Journal journal;
    private final int number;
    private RecordedRequest request;

    Visit(HttpExchange exchange, Journal journal, Settings settings) {
        this.exchange = exchange;
        this.journal = journal;
        request = new RecordedRequest(
                settings.now(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                "",
                OptionalInt.empty());
        number = journal.add(request);
    }

    RecordedRequest request() {
        return request;
    }

    /** The client's end of the connection. */
    ClientSocket client(Relay relay) throws IOException {
        return relay.client(exchange.getRemoteAddress());
    }

    void readBody() throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), charset());
        request = request.withBody(body);
        journal.amend(number, recorded -> recorded.withBody(body));
    }

    /** A form with a file in it is no text: each byte is a character then. */
    private Charset charset() {
        boolean form = request.header("Content-Type").orElse("").startsWith("multipart/");
        return form ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    void recordStatus(int status) {
        journal.amend(number, recorded -> recorded.answered(status));
    }

    void send(Answer answer) throws IOException {
        recordStatus(answer.status());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}

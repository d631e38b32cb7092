package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of events on the loopback address, for the tests of the simulator. */
final class EventReceiver implements AutoCloseable {

    /** A request with an event. */
    record Received(String signature, String name, String origin, String body) {

        JsonNode json() {
            return Json.parse(body);
        }

        String id() {
            return json().path("id").asText();
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    private EventReceiver(HttpServer server) {
        this.server = server;
    }

    static EventReceiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            EventReceiver receiver = new EventReceiver(server);
            server.createContext("/", exchange -> {
                try (exchange) {
                    var headers = exchange.getRequestHeaders();
                    receiver.received.add(new Received(
                            headers.getFirst("X-Kustomer-Webhook-Signature"),
                            headers.getFirst("X-Kustomer-Webhook-Event"),
                            headers.getFirst("X-Origin"),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                    exchange.sendResponseHeaders(receiver.status, -1);
                }
            });
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/inbound/kustomer";
    }

    /** Sets the status of all further answers. */
    void answer(int value) {
        status = value;
    }

    /** The requests so far, in the order of their arrival. */
    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

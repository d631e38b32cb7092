package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Carries out faults. */
final class FaultInjector {

    private static final String JSON = "Content-Type: application/json\r\n";

    private final Relay relay;
    private final MovedRecords moved;
    private final ReadLag lag;
    private volatile CountDownLatch released = new CountDownLatch(1);

    FaultInjector(Relay relay, MovedRecords moved, ReadLag lag) {
        this.relay = relay;
        this.moved = moved;
        this.lag = lag;
    }

    /**
     * Carries out a fault.
     *
     * @param reply what the simulator would send at this step without the fault
     * @return whether the request is finished
     */
    boolean inject(Fault fault, Exchange exchange, Reply reply) throws IOException {
        return switch (fault) {
            case ConnectionFault.Close close -> {
                exchange.client(relay).close();
                yield true;
            }
            case ConnectionFault.Reset reset -> {
                exchange.client(relay).reset();
                yield true;
            }
            case ConnectionFault.Stall stall -> {
                boolean abandoned = pause(stall.duration());
                if (abandoned) {
                    exchange.client(relay).close();
                }
                yield abandoned;
            }
            case ReplyFault.HalfBody half -> {
                byte[] body = reply.bytes();
                sendRaw(exchange, reply, JSON, body, client -> client.send(Arrays.copyOf(body, body.length / 2)));
                yield true;
            }
            case ReplyFault.SlowDrip drip -> {
                byte[] body = reply.bytes();
                sendRaw(exchange, reply, JSON, body, client -> drip(client, body, drip.pause()));
                yield true;
            }
            case ReplyFault.HugeBody huge -> {
                exchange.send(new Reply(reply.status(), reply.headers(), reply.body() + " ".repeat(huge.bytes())));
                yield true;
            }
            case ReplyFault.Canned canned -> {
                exchange.send(canned.reply());
                yield true;
            }
            case ReplyFault.NoContentWithLength none -> {
                if (reply.status() / 100 == 2) {
                    sendRaw(exchange, Reply.empty(204), "", new byte[none.length()], client -> {});
                } else {
                    exchange.send(reply);
                }
                yield true;
            }
            case ReplyFault.Gzip gzip -> {
                byte[] body = zipped(bytes(reply.body()));
                sendRaw(
                        exchange,
                        reply,
                        JSON + "Content-Encoding: gzip\r\nDate: " + now() + "\r\n",
                        body,
                        client -> client.send(body));
                yield true;
            }
            case ReplyFault.OtherId other -> {
                exchange.send(withId(reply, other.id()));
                yield true;
            }
            case ReadFault.Moved records -> {
                moved.move(records.places());
                yield false;
            }
            case ReadFault.Lag record -> {
                lag.hide(record, reply);
                yield false;
            }
        };
    }

    /** Ends all running stalls and slow drips. */
    void release() {
        CountDownLatch old = released;
        released = new CountDownLatch(1);
        old.countDown();
    }

    /**
     * Writes a reply past the HTTP server and closes the connection.
     *
     * @param headers the header lines without {@code Content-Length}
     * @param announced its length is the value of {@code Content-Length}
     * @param body writes the body
     */
    private void sendRaw(Exchange exchange, Reply reply, String headers, byte[] announced, RawBody body)
            throws IOException {
        exchange.recordStatus(reply.status());
        ClientSocket client = exchange.client(relay);
        try {
            client.send(bytes("HTTP/1.1 %s Scripted\r\n%sContent-Length: %s\r\n\r\n"
                    .formatted(reply.status(), headers, announced.length)));
            body.send(client);
        } finally {
            client.close();
        }
    }

    private void drip(ClientSocket client, byte[] body, Duration pause) throws IOException {
        for (byte one : body) {
            if (pause(pause)) {
                return;
            }
            client.send(new byte[] {one});
        }
    }

    /**
     * Waits.
     *
     * @return whether the wait ended early
     */
    private boolean pause(Duration duration) {
        try {
            return released.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Reply withId(Reply reply, String id) {
        ObjectNode body = reply.body().startsWith("{") ? (ObjectNode) Json.parse(reply.body()) : Json.object();
        if (!(body.path("data") instanceof ObjectNode record)) {
            return reply;
        }
        record.put("id", id);
        return new Reply(reply.status(), reply.headers(), body.toString());
    }

    /** The header that the JDK's server adds to each reply that it writes itself. */
    private static String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface RawBody {
        void send(ClientSocket client) throws IOException;
    }
}

package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Carries out faults. */
final class FaultInjector {

    private final Relay relay;
    private volatile CountDownLatch released = new CountDownLatch(1);

    FaultInjector(Relay relay) {
        this.relay = relay;
    }

    /**
     * Carries out a fault.
     *
     * @param reply what the simulator would send at this step without the fault
     * @return whether the request is finished
     */
    boolean inject(Fault fault, Exchange exchange, Reply reply) throws IOException {
        return switch (fault) {
            case Fault.Close close -> {
                exchange.client(relay).close();
                yield true;
            }
            case Fault.Reset reset -> {
                exchange.client(relay).reset();
                yield true;
            }
            case Fault.Stall stall -> {
                boolean abandoned = pause(stall.duration());
                if (abandoned) {
                    exchange.client(relay).close();
                }
                yield abandoned;
            }
            case Fault.HalfBody half -> {
                byte[] body = bytes(reply.body());
                sendRaw(exchange, reply, client -> client.send(Arrays.copyOf(body, body.length / 2)));
                yield true;
            }
            case Fault.SlowDrip drip -> {
                sendRaw(exchange, reply, client -> drip(client, bytes(reply.body()), drip.pause()));
                yield true;
            }
            case Fault.HugeBody huge -> {
                exchange.send(new Reply(reply.status(), reply.headers(), reply.body() + " ".repeat(huge.bytes())));
                yield true;
            }
            case Fault.Canned canned -> {
                exchange.send(canned.reply());
                yield true;
            }
        };
    }

    /** Ends all running stalls and slow drips. */
    void release() {
        CountDownLatch old = released;
        released = new CountDownLatch(1);
        old.countDown();
    }

    private void sendRaw(Exchange exchange, Reply reply, RawBody body) throws IOException {
        exchange.recordStatus(reply.status());
        ClientSocket client = exchange.client(relay);
        try {
            client.send(bytes("HTTP/1.1 %d Scripted\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                    .formatted(reply.status(), bytes(reply.body()).length)));
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface RawBody {
        void send(ClientSocket client) throws IOException;
    }
}

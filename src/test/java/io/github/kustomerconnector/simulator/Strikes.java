package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Carries faults out. */
final class Strikes {

    private final Relay relay;
    private volatile CountDownLatch released = new CountDownLatch(1);

    Strikes(Relay relay) {
        this.relay = relay;
    }

    /**
     * Lets a fault happen.
     *
     * @param answer what the request would get at this step without the fault
     * @return whether that was the end of the request
     */
    boolean strike(Fault fault, Visit visit, Answer answer) throws IOException {
        return switch (fault) {
            case Fault.Close close -> {
                visit.client(relay).close();
                yield true;
            }
            case Fault.Reset reset -> {
                visit.client(relay).reset();
                yield true;
            }
            case Fault.Stall stall -> {
                boolean abandoned = pause(stall.duration());
                if (abandoned) {
                    visit.client(relay).close();
                }
                yield abandoned;
            }
            case Fault.HalfBody half -> {
                byte[] body = bytes(answer.body());
                sendRaw(visit, answer, client -> client.send(Arrays.copyOf(body, body.length / 2)));
                yield true;
            }
            case Fault.SlowDrip drip -> {
                sendRaw(visit, answer, client -> drip(client, bytes(answer.body()), drip.pause()));
                yield true;
            }
            case Fault.HugeBody huge -> {
                visit.send(new Answer(answer.status(), answer.headers(), answer.body() + " ".repeat(huge.bytes())));
                yield true;
            }
            case Fault.Canned canned -> {
                visit.send(canned.answer());
                yield true;
            }
        };
    }

    /** Ends all stalls and drips that are under way. */
    void release() {
        CountDownLatch old = released;
        released = new CountDownLatch(1);
        old.countDown();
    }

    private void sendRaw(Visit visit, Answer answer, RawBody body) throws IOException {
        visit.recordStatus(answer.status());
        ClientSocket client = visit.client(relay);
        try {
            client.send(bytes("HTTP/1.1 %d Scripted\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                    .formatted(answer.status(), bytes(answer.body()).length)));
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

    /** Waits, and tells whether the wait was cut short. */
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

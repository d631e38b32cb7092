package io.github.kustomerconnector.simulator;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What a test does once between a request's validation and its storing. */
final class Hook {

    private final AtomicReference<Consumer<RecordedRequest>> next = new AtomicReference<>(Hook::nothing);

    void set(Consumer<RecordedRequest> hook) {
        next.set(hook);
    }

    void clear() {
        next.set(Hook::nothing);
    }

    void run(RecordedRequest request) {
        next.getAndSet(Hook::nothing).accept(request);
    }

    private static void nothing(RecordedRequest request) {}
}

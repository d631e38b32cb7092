package io.github.kustomerconnector.simulator;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A test's action that runs once, after a request was validated and before its record is stored. */
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

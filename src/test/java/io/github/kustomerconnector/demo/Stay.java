package io.github.kustomerconnector.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the demo does after its run, while the engine, the connectors and the simulated Kustomer still work. */
@FunctionalInterface
interface Stay {

    /** Ends the demo at once. */
    Stay NONE = progress -> {};

    /**
     * Waits for the user.
     *
     * @param progress is called again and again; it prints what has happened since
     */
    void until(Runnable progress);

    /**
     * Waits until the user presses Enter or Ctrl-C. If the input has already ended, only Ctrl-C ends the demo.
     *
     * @param page the address of the page of the simulated Kustomer
     */
    static Stay untilEnter(InputStream in, PrintStream out, String page) {
        return progress -> {
            CountDownLatch entered = new CountDownLatch(1);
            Thread.ofPlatform().daemon().name("demo-input").start(() -> awaitLine(in, entered));
            out.printf("%nThe simulated Kustomer is open at %s%nPress Enter or Ctrl-C to end it.%n", page);
            try {
                while (!entered.await(100, TimeUnit.MILLISECONDS)) {
                    progress.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static void awaitLine(InputStream in, CountDownLatch entered) {
        try {
            int next = in.read();
            while (next >= 0 && next != '\n') {
                next = in.read();
            }
            if (next == '\n') {
                entered.countDown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

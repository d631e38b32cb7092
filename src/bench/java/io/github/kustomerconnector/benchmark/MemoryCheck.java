package io.github.kustomerconnector.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Whether a connector keeps memory: the heap that is in use after thousands of calls, each of another task. */
final class MemoryCheck {

    /** More than what is remembered of tasks, so that this has reached its bound. */
    private static final int BEFORE = 12_000;

    private static final int CALLS = 20_000;

    /** In bytes over all calls; a leak of 50 bytes a call is a million. */
    private static final long MOST = 1_000_000;

    private MemoryCheck() {}

    /** @param grown heap in use after the calls, less that before */
    record Finding(int calls, long grown) {

        boolean isFlat() {
            return grown < MOST;
        }
    }

    static Finding of(Contenders.InRuntime connector) throws Exception {
        return measure(connector::callAsTask);
    }

    /** The same of a connector that keeps 100 bytes of each call: a check that cannot fail would prove nothing. */
    static Finding ofLeak(Contenders.InRuntime connector) throws Exception {
        List<byte[]> kept = new ArrayList<>();
        Finding finding = measure(task -> {
            kept.add(new byte[100]);
            return connector.callAsTask(task);
        });
        if (kept.size() < CALLS) {
            throw new IllegalStateException("nothing was kept");
        }
        return finding;
    }

    private interface Task {
        Object call(long task) throws Exception;
    }

    private static Finding measure(Task connector) throws Exception {
        for (int i = 0; i < BEFORE; i++) {
            connector.call(i);
        }
        long before = used();
        for (int i = 0; i < CALLS; i++) {
            connector.call(BEFORE + i);
        }
        return new Finding(CALLS, used() - before);
    }

    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}

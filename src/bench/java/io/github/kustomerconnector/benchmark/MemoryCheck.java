package io.github.kustomerconnector.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks a connector for memory leaks: measures the growth of the used heap over thousands of calls of different
 * tasks.
 */
final class MemoryCheck {

    /** The number of calls before the measurement, more than the connector's maps of tasks can hold. */
    private static final int WARM_UP_CALLS = 12_000;

    private static final int CALLS = 20_000;

    /** The largest growth in bytes over all calls. A leak of 50 bytes a call reaches it. */
    private static final long MAX_GROWTH = 1_000_000;

    private MemoryCheck() {}

    /** @param bytes the growth of the used heap over the calls */
    record HeapGrowth(int calls, long bytes) {

        boolean isFlat() {
            return bytes < MAX_GROWTH;
        }
    }

    static HeapGrowth of(Contenders.InRuntime connector) throws Exception {
        return measure(connector::callAsTask);
    }

    /** The same with a planted leak of 100 bytes a call, which shows that the check can fail. */
    static HeapGrowth ofLeak(Contenders.InRuntime connector) throws Exception {
        List<byte[]> leaked = new ArrayList<>();
        HeapGrowth growth = measure(task -> {
            leaked.add(new byte[100]);
            return connector.callAsTask(task);
        });
        if (leaked.size() < CALLS) {
            throw new IllegalStateException("the leak was not planted");
        }
        return growth;
    }

    private interface TaskCall {
        Object call(long task) throws Exception;
    }

    private static HeapGrowth measure(TaskCall connector) throws Exception {
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            connector.call(i);
        }
        long before = used();
        for (int i = 0; i < CALLS; i++) {
            connector.call(WARM_UP_CALLS + i);
        }
        return new HeapGrowth(CALLS, used() - before);
    }

    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}

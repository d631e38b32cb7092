package io.github.kustomerconnector.benchmark;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * JMH's threads: virtual if the system property {@value #VIRTUAL} is true at their creation, otherwise platform
 * threads.
 */
public final class CallerThreads extends ThreadPoolExecutor {

    static final String VIRTUAL = "benchmark.virtual";

    /** The constructor that JMH calls. */
    public CallerThreads(int threads, String name) {
        super(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Boolean.getBoolean(VIRTUAL)
                        ? Thread.ofVirtual().name(name, 0).factory()
                        : Thread.ofPlatform().daemon().name(name, 0).factory());
    }
}

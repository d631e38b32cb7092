package io.github.kustomerconnector.benchmark;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** JMH's threads, platform or virtual as the system property {@value #VIRTUAL} says when they are made. */
public final class CallerThreads extends ThreadPoolExecutor {

    static final String VIRTUAL = "benchmark.virtual";

    /** As JMH calls it. */
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

package io.github.kustomerconnector.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The CPU time of this JVM at one moment, in nanoseconds.
 *
 * @param whole the CPU time of the process, with the JVM's own threads
 * @param threads the CPU time of each live Java thread by its id, with the carriers of virtual threads
 */
record CpuTime(long whole, Map<Long, Long> threads) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS_PER_MILLI = 1e6;

    /** The part of the process that uses the time, recognized by the names of its threads. */
    enum Part {
        ENGINE("engine", "zb-"),
        GRPC("gRPC", "grpc-"),
        JOBS("job threads", "pool-", "ForkJoinPool-1-worker"),
        HTTP("HTTP client", "HttpClient-", "ForkJoinPool.commonPool"),
        REST("JVM and the rest");

        private final String label;
        private final List<String> names;

        Part(String label, String... names) {
            this.label = label;
            this.names = List.of(names);
        }

        String label() {
            return label;
        }

        private static Part of(String thread) {
            return Arrays.stream(values())
                    .filter(part -> part.names.stream().anyMatch(thread::startsWith))
                    .findFirst()
                    .orElse(REST);
        }
    }

    static CpuTime now() {
        Map<Long, Long> threads = new HashMap<>();
        for (long id : THREADS.getAllThreadIds()) {
            threads.put(id, Math.max(0, THREADS.getThreadCpuTime(id)));
        }
        return new CpuTime(SYSTEM.getProcessCpuTime(), threads);
    }

    /** Milliseconds from {@code start} to this, divided by {@code count}. */
    Map<Part, Double> since(CpuTime start, int count) {
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, 0.0);
        }
        parts.put(Part.REST, (whole - start.whole) / NANOS_PER_MILLI / count);
        Arrays.stream(THREADS.getThreadInfo(
                        threads.keySet().stream().mapToLong(Long::longValue).toArray()))
                .filter(Objects::nonNull)
                .forEach(thread -> {
                    double used = used(thread, start) / NANOS_PER_MILLI / count;
                    parts.merge(Part.REST, -used, Double::sum);
                    parts.merge(Part.of(thread.getThreadName()), used, Double::sum);
                });
        return parts;
    }

    private long used(ThreadInfo thread, CpuTime start) {
        long id = thread.getThreadId();
        return threads.get(id) - start.threads.getOrDefault(id, 0L);
    }
}

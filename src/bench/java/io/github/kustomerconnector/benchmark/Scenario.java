package io.github.kustomerconnector.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a comparison.
 *
 * @param virtual whether the callers are virtual threads
 * @param latency of the server, in milliseconds
 */
record Scenario(Protocol protocol, int callers, boolean virtual, int latency) {

    private static final int[] CALLERS = {1, 8, 64};

    /**
     * All protocols and numbers of callers on platform threads, and some scenarios with virtual threads or a slow
     * server.
     */
    static List<Scenario> main() {
        List<Scenario> all = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            for (int callers : CALLERS) {
                all.add(new Scenario(protocol, callers, false, 0));
            }
        }
        for (Protocol protocol : Protocol.values()) {
            all.add(new Scenario(protocol, 64, true, 0));
            all.add(new Scenario(protocol, 64, false, 20));
        }
        all.add(new Scenario(Protocol.TLS_2, 64, true, 20));
        return all;
    }

    /** All combinations of protocol, number of callers, kind of threads and latency. */
    static List<Scenario> full() {
        List<Scenario> all = new ArrayList<>();
        for (int latency : new int[] {0, 20}) {
            for (boolean virtual : new boolean[] {false, true}) {
                for (Protocol protocol : Protocol.values()) {
                    for (int callers : CALLERS) {
                        all.add(new Scenario(protocol, callers, virtual, latency));
                    }
                }
            }
        }
        return all;
    }

    /** A few scenarios that show that the benchmark works. */
    static List<Scenario> smoke() {
        return List.of(
                new Scenario(Protocol.HTTP, 8, false, 0),
                new Scenario(Protocol.TLS, 1, false, 0),
                new Scenario(Protocol.TLS_2, 8, true, 20));
    }

    String name() {
        return "%s, %s %s%s"
                .formatted(
                        protocol.label(),
                        callers,
                        virtual
                                ? (callers == 1 ? "virtual thread" : "virtual threads")
                                : (callers == 1 ? "caller" : "callers"),
                        latency == 0 ? "" : ", server takes " + latency + " ms");
    }
}

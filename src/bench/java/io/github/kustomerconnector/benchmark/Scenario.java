package io.github.kustomerconnector.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * Under what circumstances the contenders are compared.
 *
 * @param latency of the server, in milliseconds
 */
record Scenario(Protocol protocol, int callers, boolean virtual, int latency) {

    private static final int[] CALLERS = {1, 8, 64};

    /** Each protocol and number of callers on platform threads; virtual threads and a slow server at chosen points. */
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

    /** Everything: protocols, callers, threads, latencies. */
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

    /** The least that shows that everything works. */
    static List<Scenario> smoke() {
        return List.of(
                new Scenario(Protocol.HTTP, 8, false, 0),
                new Scenario(Protocol.TLS, 1, false, 0),
                new Scenario(Protocol.TLS_2, 8, true, 20));
    }

    String name() {
        return "%s, %d %s%s".formatted(
                protocol.words(),
                callers,
                virtual ? (callers == 1 ? "virtual thread" : "virtual threads") : (callers == 1 ? "caller" : "callers"),
                latency == 0 ? "" : ", server takes " + latency + " ms");
    }
}

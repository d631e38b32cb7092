package io.github.kustomerconnector.benchmark;

/**
 * What a server has seen on one port.
 *
 * @param mostOpen connections that were open at the same time
 */
record Counts(long requests, long connections, long handshakes, long mostOpen) {

    /** What came since {@code earlier}. */
    Counts since(Counts earlier) {
        return new Counts(
                requests - earlier.requests, connections - earlier.connections, handshakes - earlier.handshakes, mostOpen);
    }

    String line() {
        return requests + " " + connections + " " + handshakes + " " + mostOpen;
    }

    static Counts of(String line) {
        String[] parts = line.strip().split(" ", -1);
        return new Counts(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }
}

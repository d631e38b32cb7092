package io.github.kustomerconnector.benchmark;

/**
 * The requests, connections and TLS handshakes that a server has counted on one port.
 *
 * @param mostOpen the highest number of connections open at the same time since the previous query
 */
record ConnectionCounts(long requests, long connections, long handshakes, long mostOpen) {

    /** The difference to {@code earlier}. {@code mostOpen} is not a difference. */
    ConnectionCounts since(ConnectionCounts earlier) {
        return new ConnectionCounts(
                requests - earlier.requests,
                connections - earlier.connections,
                handshakes - earlier.handshakes,
                mostOpen);
    }

    String line() {
        return requests + " " + connections + " " + handshakes + " " + mostOpen;
    }

    static ConnectionCounts of(String line) {
        String[] parts = line.strip().split(" ", -1);
        return new ConnectionCounts(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }
}

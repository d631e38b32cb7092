package io.github.kustomerconnector.benchmark;

/**
 * The result of one contender in one round.
 *
 * @param callsPerSecond of all callers together
 * @param p50 microseconds of the median call
 * @param p99 microseconds within which 99 of 100 calls ended
 * @param bytesPerCall allocated by all threads of the JVM
 * @param connections opened per 1,000 calls
 * @param handshakes of TLS per 1,000 calls
 * @param mostOpen the highest number of connections open at the same time
 */
record Measurement(
        double callsPerSecond,
        double p50,
        double p99,
        double bytesPerCall,
        double connections,
        double handshakes,
        double mostOpen) {}

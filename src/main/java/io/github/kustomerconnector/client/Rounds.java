package io.github.kustomerconnector.client;

import io.github.kustomerconnector.http.RequestSession;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Repeats the changes of a record that something else changes at the same time. */
final class Rounds {

    /** The number of rounds before the engine waits. Each reads the record again, because it changed in between. */
    private static final int MOST = 3;

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Rounds() {}

    /** The result of the first round that has one; empty if none has. The pauses between the rounds grow. */
    static <T> Optional<T> run(RequestSession session, Supplier<Optional<T>> round) {
        for (int number = 1; number < MOST; number++) {
            Optional<T> result = round.get();
            if (result.isPresent()) {
                return result;
            }
            session.pause(BETWEEN.multipliedBy(number));
        }
        return round.get();
    }
}

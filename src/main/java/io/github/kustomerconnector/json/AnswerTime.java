package io.github.kustomerconnector.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads the times of records in Kustomer's answers, such as {@code 2026-01-31T12:00:00.000Z}. */
public final class AnswerTime {

    private AnswerTime() {}

    /** The instant; empty if the text is not one. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package io.github.kustomerconnector.operation.metrics;

import io.github.kustomerconnector.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Durations as the results have them: always in seconds, with decimals if necessary. */
final class Seconds {

    private static final int MILLI = 3;

    private Seconds() {}

    /** The duration of an answer that has seconds; empty if it is not a number, or not a sensible one. */
    static Optional<BigDecimal> ofSeconds(Optional<Json> duration) {
        return duration.flatMap(Json::decimal);
    }

    /** The duration of an answer that has milliseconds; empty if it is not a number. */
    static Optional<BigDecimal> ofMillis(Optional<Json> duration) {
        return ofSeconds(duration).map(millis -> millis.movePointLeft(MILLI));
    }

    /** A JSON number without zeros at its end; JSON null if empty. */
    static Json json(Optional<BigDecimal> seconds) {
        return seconds.flatMap(value -> Json.parse(plain(value).getBytes(StandardCharsets.UTF_8)))
                .orElse(Json.NULL);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

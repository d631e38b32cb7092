package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Durations as the results have them: always in seconds, with decimals if necessary. */
public final class Seconds {

    private Seconds() {}

    /** The duration of an answer that has seconds; empty if it is not a number. */
    public static Optional<BigDecimal> ofSeconds(Optional<Json> duration) {
        return duration.flatMap(Json::decimal);
    }

    /** The duration of an answer that has milliseconds; empty if it is not a number. */
    public static Optional<BigDecimal> ofMillis(Optional<Json> duration) {
        return ofSeconds(duration).map(millis -> millis.movePointLeft(3));
    }

    /** A JSON number without zeros at its end; JSON null if empty. */
    public static Json json(Optional<BigDecimal> seconds) {
        return seconds.map(value -> value.stripTrailingZeros().toPlainString())
                .flatMap(digits -> Json.parse(digits.getBytes(StandardCharsets.UTF_8)))
                .orElse(Json.NULL);
    }
}

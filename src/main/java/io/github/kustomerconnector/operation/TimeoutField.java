package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The timeout field of every form. */
public final class TimeoutField {

    public static final String LABEL = "Timeout in seconds";
    public static final String DESCRIPTION = "How long to wait for each answer, 1 to 60";
    public static final String DEFAULT = "30";
    public static final String PATTERN = "^(=.*|[1-9]|[1-5][0-9]|60|undefined)?$";
    public static final String PATTERN_MESSAGE = "must be a number from 1 to 60";

    private TimeoutField() {}

    /**
     * The timeout.
     *
     * @param seconds 1 to 60, as a number or as text; null for the default
     * @throws io.github.kustomerconnector.call.KustomerException if the value is invalid
     */
    public static Duration of(@Nullable Json seconds) {
        if (seconds == null || seconds.isBlank()) {
            return Call.DEFAULT_TIMEOUT;
        }
        Json checked =
                Formats.integer(1, (int) Call.LONGEST_TIMEOUT.toSeconds()).check("options.timeoutSeconds", seconds);
        return Duration.ofSeconds(Long.parseLong(checked.scalar().orElseThrow()));
    }
}

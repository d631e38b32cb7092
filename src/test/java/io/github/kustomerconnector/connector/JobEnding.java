package io.github.kustomerconnector.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The command with which the connector runtime ended a job. */
public sealed interface JobEnding {

    /** The variables that the engine gets. */
    JsonNode variables();

    /** The job is done. */
    record Completed(JsonNode variables) implements JobEnding {}

    /**
     * The job has failed.
     *
     * @param retries attempts left; at 0 the engine raises an incident
     * @param backOff wait before the next attempt; null if none is asked for
     * @param message what the operator reads
     */
    record Failed(int retries, @Nullable Duration backOff, String message, JsonNode variables) implements JobEnding {

        public String code() {
            return variables.at("/error/code").asText();
        }

        /** The wait, which must be there. */
        Duration askedWait() {
            if (backOff == null) {
                throw new AssertionError("no back-off: " + this);
            }
            return backOff;
        }
    }

    /** A BPMN error was thrown. */
    record ErrorThrown(String code, String message, JsonNode variables) implements JobEnding {}

    /** This as a success. */
    default Completed completed() {
        if (this instanceof Completed completed) {
            return completed;
        }
        throw new AssertionError("not completed: " + this);
    }

    /** This as a failure. */
    default Failed failed() {
        if (this instanceof Failed failed) {
            return failed;
        }
        throw new AssertionError("not failed: " + this);
    }

    /** This as a BPMN error. */
    default ErrorThrown errorThrown() {
        if (this instanceof ErrorThrown thrown) {
            return thrown;
        }
        throw new AssertionError("no BPMN error: " + this);
    }
}

package io.github.kustomerconnector.operation.routing;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Seconds;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the state of a work item as Kustomer returns it. */
record WorkItem(Resource resource) {

    private static final Json NO_REVISION = Json.of(0);

    String status() {
        return resource.attribute("status").orElse("");
    }

    boolean isCompleted() {
        return status().equals("completed");
    }

    boolean isPaused() {
        return resource.isTrue("paused");
    }

    Optional<String> queue() {
        return resource.related("queue");
    }

    Optional<String> agent() {
        return resource.related("assignedTo");
    }

    /** The queue of another system, such as {@code amazon-connect}. */
    Optional<String> externalQueue() {
        return resource.attributes().at("lastRevision", "externalQueue").flatMap(Json::text);
    }

    /** The revision that an update must repeat. */
    Json rev() {
        return resource.attributes().field("rev").filter(Json::isNumber).orElse(NO_REVISION);
    }

    /** A time in seconds. Kustomer's are in milliseconds, which is assumed; null if there is none. */
    @Nullable Json seconds(String... path) {
        Optional<BigDecimal> seconds = Seconds.ofMillis(resource.attributes().at(path));
        return seconds.isPresent() ? Seconds.json(seconds) : null;
    }

    /** The value of an attribute; null if there is none. */
    @Nullable Json attribute(String... path) {
        return resource.attributes().at(path).orElse(null);
    }
}

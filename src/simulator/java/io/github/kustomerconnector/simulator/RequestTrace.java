package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The course of one request for the log of the page: status, duration, fault, and the reason of a refusal. */
final class RequestTrace {

    private static final int LONGEST_TARGET = 300;

    private final int number;
    private final RecordedRequest request;
    private final long begin = System.nanoTime();
    private OptionalInt status = OptionalInt.empty();
    private String reason = "";
    private Optional<Fault> fault = Optional.empty();
    private Optional<Duration> duration = Optional.empty();

    RequestTrace(int number, RecordedRequest request) {
        this.number = number;
        this.request = request;
    }

    synchronized void status(int code) {
        status = OptionalInt.of(code);
    }

    /** Keeps the status of the reply, and the reason if it is a refusal. */
    synchronized void reply(Reply reply) {
        status(reply.status());
        reason = RefusalReason.of(reply);
    }

    synchronized void fault(Fault injected) {
        fault = Optional.of(injected);
    }

    synchronized void end() {
        duration = Optional.of(Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Without headers and body, because they contain keys. */
    synchronized ObjectNode json() {
        String target = request.target();
        ObjectNode json = Json.object()
                .put("key", number)
                .put("at", request.at().toString())
                .put("method", request.method())
                .put("target", target.substring(0, Math.min(target.length(), LONGEST_TARGET)))
                .put("running", duration.isEmpty())
                .put("reason", reason)
                .put("fault", fault.map(PageFault::description).orElse(""));
        status.ifPresent(code -> json.put("status", code));
        duration.ifPresent(took -> json.put("millis", took.toMillis()));
        return json;
    }
}

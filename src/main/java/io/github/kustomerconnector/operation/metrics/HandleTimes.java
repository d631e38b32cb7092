package io.github.kustomerconnector.operation.metrics;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Seconds;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The sum of the times that agents handled a conversation, for one timer. Kustomer returns the times of timer v1 in
 * seconds, and those of timer v2 in milliseconds.
 */
enum HandleTimes {
    V1,
    V2;

    private Optional<BigDecimal> seconds(Optional<Json> time) {
        return switch (this) {
            case V1 -> Seconds.ofSeconds(time);
            case V2 -> Seconds.ofMillis(time);
        };
    }

    /**
     * The sums of a list of times: {@code seconds}, {@code messagesSent}, {@code complete}, and {@code agents} with
     * their own sums. A sum is null if no time has the value.
     */
    Json sums(CallResult.Query times) {
        Map<String, Json> sums = new LinkedHashMap<>(sums(times.resources()));
        sums.put("complete", Json.of(times.complete()));
        sums.put("agents", Json.list(agents(times.resources())));
        return Json.object(sums);
    }

    private List<Json> agents(List<Resource> times) {
        Map<String, List<Resource>> byAgent = new LinkedHashMap<>();
        times.forEach(time ->
                time.related("createdBy").ifPresent(agent -> byAgent.merge(agent, List.of(time), HandleTimes::join)));
        return byAgent.entrySet().stream()
                .map(agent -> {
                    Map<String, Json> fields = new LinkedHashMap<>();
                    fields.put("userId", Json.of(agent.getKey()));
                    sums(agent.getValue())
                            .forEach((name, value) ->
                                    fields.put(name.equals("seconds") ? "handleSeconds" : name, value));
                    return Json.object(fields);
                })
                .toList();
    }

    private static List<Resource> join(List<Resource> some, List<Resource> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Map<String, Json> sums(List<Resource> times) {
        Map<String, Json> sums = new LinkedHashMap<>();
        sums.put("seconds", Seconds.json(sum(times, "handleTime", this::seconds)));
        sums.put("messagesSent", Seconds.json(sum(times, "messagesSent", Seconds::ofSeconds)));
        return sums;
    }

    private static Optional<BigDecimal> sum(
            List<Resource> times, String attribute, Function<Optional<Json>, Optional<BigDecimal>> number) {
        return times.stream()
                .flatMap(time -> number.apply(time.attributes().field(attribute)).stream())
                .reduce(BigDecimal::add);
    }
}

package io.github.kustomerconnector.operation.metrics;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a conversation. All durations are in seconds. A figure is null if Kustomer has no value for it, or if
 * its part was not read.
 *
 * @param id the conversation's Kustomer id
 * @param handleSeconds the sum of all handle times, of timer v2 if it was read
 * @param messagesSent the number of messages that agents sent, of timer v2
 * @param agents the sums of each agent: {@code userId}, {@code handleSeconds}, {@code messagesSent}
 * @param queueSeconds the sum of the last stays of all work items in a queue
 * @param workItems each with {@code id}, {@code status}, {@code queueId}, {@code queueSeconds} and
 *     {@code queueBusinessSeconds}
 * @param firstResponseSeconds from the creation of the conversation to the first response
 * @param satisfaction {@code status}, {@code rating} and {@code score}; null without a survey
 * @param complete whether all times were summed
 * @param missing the parts that the key may not read, each with {@code part} and {@code role}
 */
public record ConversationMetrics(
        String id,
        @Nullable Json handleSeconds,
        @Nullable Json handleSecondsV1,
        @Nullable Json handleSecondsV2,
        @Nullable Json messagesSent,
        List<Json> agents,
        @Nullable Json queueSeconds,
        @Nullable Json queueBusinessSeconds,
        List<Json> workItems,
        @Nullable Json firstResponseSeconds,
        @Nullable Json satisfaction,
        boolean complete,
        List<Json> missing) {

    public ConversationMetrics {
        agents = List.copyOf(agents);
        workItems = List.copyOf(workItems);
        missing = List.copyOf(missing);
    }

    static ConversationMetrics of(String id, CallResult.Parts parts) {
        Optional<Json> v1 = parts.value(ConversationParts.TIMES_V1);
        Optional<Json> v2 = parts.value(ConversationParts.TIMES_V2);
        Optional<Json> times = v2.or(() -> v1);
        Optional<Json> queues = parts.value(ConversationParts.QUEUE_TIMES);
        Optional<Json> itself = parts.value(ConversationParts.CONVERSATION);
        return new ConversationMetrics(
                id,
                figure(times, "seconds"),
                figure(v1, "seconds"),
                figure(v2, "seconds"),
                figure(times, "messagesSent"),
                list(times, "agents"),
                figure(queues, "seconds"),
                figure(queues, "businessSeconds"),
                list(queues, "workItems"),
                figure(itself, "firstResponseSeconds"),
                figure(itself, "satisfaction"),
                isComplete(v1) && isComplete(v2),
                parts.missing().entrySet().stream()
                        .map(part -> missing(part.getKey(), part.getValue()))
                        .toList());
    }

    /** A part that was not read. */
    static Json missing(String part, Role role) {
        return Json.object(Map.of("part", Json.of(part), "role", Json.of(role.permission())));
    }

    private static @Nullable Json figure(Optional<Json> part, String name) {
        return part.flatMap(value -> value.field(name)).orElse(null);
    }

    private static List<Json> list(Optional<Json> part, String name) {
        return part.flatMap(value -> value.field(name)).map(Json::elements).orElse(List.of());
    }

    private static boolean isComplete(Optional<Json> times) {
        return times.flatMap(value -> value.field("complete"))
                .flatMap(Json::scalar)
                .map("true"::equals)
                .orElse(true);
    }
}

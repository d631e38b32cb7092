package io.github.kustomerconnector.operation.routing;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link RouteConversation}: the state of the work item. A field is null if Kustomer returned no value.
 *
 * @param id the id of the work item
 * @param outcome {@code updated}, or {@code existing} if the work item had the state already
 * @param conversationId the id of the conversation
 * @param status the state as Kustomer names it, such as {@code assigned} or {@code wrap-up}
 * @param queueId the id of the queue
 * @param agentId the id of the agent
 * @param queuedCount how often the conversation entered a queue
 * @param enteredQueueAt when it entered its queue
 * @param queueSeconds the time it waited in its last queue
 * @param firstQueueSeconds the time until it first entered a queue
 * @param firstAssignSeconds the time until it was first assigned
 * @param handleSeconds the time that agents worked on it
 * @param wrapUpSeconds the time in wrap-up
 * @param completedAt when it was completed
 */
public record RoutedConversation(
        String id,
        String outcome,
        String conversationId,
        String status,
        boolean paused,
        @Nullable String queueId,
        @Nullable String agentId,
        @Nullable Json queuedCount,
        @Nullable Json enteredQueueAt,
        @Nullable Json queueSeconds,
        @Nullable Json firstQueueSeconds,
        @Nullable Json firstAssignSeconds,
        @Nullable Json handleSeconds,
        @Nullable Json wrapUpSeconds,
        @Nullable Json completedAt) {

    static RoutedConversation of(CallResult.Written result, String conversation) {
        WorkItem item = new WorkItem(result.resource());
        return new RoutedConversation(
                result.resource().id(),
                result.outcome().text(),
                conversation,
                item.status(),
                item.isPaused(),
                item.queue().orElse(null),
                item.agent().orElse(null),
                item.attribute("queuedCount"),
                item.attribute("lastRevision", "enteredQueueAt"),
                item.seconds("lastRevision", "queueTime"),
                item.seconds("resourceFirstQueueTime"),
                item.seconds("resourceFirstAssignTime"),
                item.seconds("handle", "time"),
                item.seconds("wrapUp", "time"),
                item.attribute("completedAt"));
    }
}

package io.github.kustomerconnector.operation.metrics;

import static io.github.kustomerconnector.field.BodyBuilder.required;
import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.ReadPart;
import io.github.kustomerconnector.call.ReadParts;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures of one conversation: {@code GET /v1/conversations/{id}}, {@code GET /v2/conversations/{id}/times}
 * or that of v1, and {@code GET /v1/routing/conversations/{id}/work-items}. The operation only reads, so a repeat is
 * safe.
 */
public record GetConversationMetrics(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable ConversationField conversation,
        @Nullable ConversationMetricsFields metrics,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Parts> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(MetricsApi.CONVERSATION, MetricsApi.ROUTING);
    }

    @Override
    public ReadParts call(TaskIdentity task) {
        ConversationParts parts = new ConversationParts(id(), task.derived(), TimeoutOptions.timeout(options));
        String timer = timer();
        List<ReadPart> read = new ArrayList<>(List.of(parts.figures()));
        if (Set.of("v2", "both").contains(timer)) {
            read.add(parts.times(HandleTimes.V2));
        }
        if (Set.of("v1", "both").contains(timer)) {
            read.add(parts.times(HandleTimes.V1));
        }
        if (hasQueueTimes()) {
            read.add(parts.queueTimes());
        }
        return new ReadParts(parts.task(), read, parts.timeout());
    }

    @Override
    public ConversationMetrics result(CallResult.Parts result) {
        return ConversationMetrics.of(id(), result);
    }

    private String id() {
        return required("conversation", "id", conversation == null ? null : conversation.id(), objectId());
    }

    private String timer() {
        String timer = Choice.orElse(metrics == null ? null : metrics.timer(), "v2");
        if (!Set.of("v2", "v1", "both", "none").contains(timer)) {
            throw Choice.unknown("metrics.timer", "v2", "v1", "both", "none");
        }
        return timer;
    }

    private boolean hasQueueTimes() {
        String given = metrics == null ? null : metrics.queueTimes();
        return Choice.isTrue("metrics.queueTimes", Choice.orElse(given, "true"));
    }
}

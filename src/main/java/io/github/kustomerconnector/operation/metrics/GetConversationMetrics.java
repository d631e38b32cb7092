package io.github.kustomerconnector.operation.metrics;

import static io.github.kustomerconnector.field.BodyBuilder.required;
import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.time.Duration;
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

    static final String CONVERSATION = "conversation";
    static final String TIMES_V1 = "handleTimesV1";
    static final String TIMES_V2 = "handleTimesV2";
    static final String QUEUE_TIMES = "queueTimes";

    /** The maximum number of times that are summed, and of work items. */
    private static final int MOST = 10_000;

    private static final int TIMES_PAGE = 500;
    private static final int WORK_ITEMS_PAGE = 100;

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(MetricsApi.CONVERSATION, MetricsApi.ROUTING);
    }

    @Override
    public Call.ReadParts call(TaskIdentity task) {
        String id = required("conversation", "id", conversation == null ? null : conversation.id(), objectId());
        String timer = timer();
        Identity identity = task.derived();
        Duration timeout = TimeoutOptions.timeout(options);
        List<Call.Part> parts = new ArrayList<>();
        parts.add(conversation(id, identity, timeout));
        if (Set.of("v2", "both").contains(timer)) {
            parts.add(times(TIMES_V2, MetricsApi.timesV2(id), HandleTimes.V2, identity, timeout));
        }
        if (Set.of("v1", "both").contains(timer)) {
            parts.add(times(TIMES_V1, MetricsApi.timesV1(id), HandleTimes.V1, identity, timeout));
        }
        if (hasQueueTimes()) {
            Call.ListAll items = list(
                    MetricsApi.workItemsOfConversation(id), MetricsApi.ROUTING, WORK_ITEMS_PAGE, identity, timeout);
            parts.add(new Call.Part(QUEUE_TIMES, items, QueueTimes::of, false, ""));
        }
        return new Call.ReadParts(identity, parts, timeout);
    }

    @Override
    public ConversationMetrics result(CallResult.Parts result) {
        String id = required("conversation", "id", conversation == null ? null : conversation.id(), objectId());
        return ConversationMetrics.of(id, result);
    }

    private static Call.Part conversation(String id, Identity task, Duration timeout) {
        Lookup lookup = Lookup.byId(id, () -> Request.get(MetricsApi.conversation(id), MetricsApi.CONVERSATION));
        return new Call.Part(
                CONVERSATION, new Call.Find(task, List.of(lookup), true, timeout), ConversationFigures::of, true, "");
    }

    private static Call.Part times(
            String name, Path path, HandleTimes timer, Identity task, Duration timeout) {
        Call.ListAll times = list(path, MetricsApi.CONVERSATION, TIMES_PAGE, task, timeout);
        return new Call.Part(name, times, timer::sums, false, "");
    }

    private static Call.ListAll list(Path path, Role role, int pageSize, Identity task, Duration timeout) {
        Path pages = path.with("pageSize", Integer.toString(pageSize));
        return new Call.ListAll(
                task,
                page -> Request.get(pages.with("page", Integer.toString(page)), role),
                found -> true,
                MOST,
                timeout);
    }

    private String timer() {
        String timer = Choice.orElse(metrics == null ? null : metrics.timer(), "v2");
        if (!Set.of("v2", "v1", "both", "none").contains(timer)) {
            throw Failure.invalid("metrics.timer", "is not one of v2, v1, both, none: choose one of them");
        }
        return timer;
    }

    private boolean hasQueueTimes() {
        String given = metrics == null ? null : metrics.queueTimes();
        return Choice.isTrue("metrics.queueTimes", Choice.orElse(given, "true"));
    }
}

package io.github.kustomerconnector.operation.metrics;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.ReadPart;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import java.time.Duration;
import java.util.List;

/** The requests for figures of a conversation, and what is kept of their answers. */
record ConversationParts(String conversation, Identity task, Duration timeout) {

    static final String CONVERSATION = "conversation";
    static final String TIMES_V1 = "handleTimesV1";
    static final String TIMES_V2 = "handleTimesV2";
    static final String QUEUE_TIMES = "queueTimes";

    /** The maximum number of times that are summed, and of work items. */
    private static final int MOST = 10_000;

    private static final int TIMES_PAGE = 500;

    /** Reads the conversation itself, which must exist. */
    ReadPart figures() {
        Lookup lookup = Lookup.byId(
                conversation, () -> Request.get(MetricsApi.conversation(conversation), MetricsApi.CONVERSATION));
        Query.Find find = new Query.Find(task, List.of(lookup), true, timeout);
        return new ReadPart(CONVERSATION, find, ConversationFigures::of, true, "");
    }

    /** Reads the times of one timer. */
    ReadPart times(HandleTimes timer) {
        Path path = timer == HandleTimes.V1 ? MetricsApi.timesV1(conversation) : MetricsApi.timesV2(conversation);
        Query.ListAll times = list(path, MetricsApi.CONVERSATION, TIMES_PAGE);
        return new ReadPart(timer == HandleTimes.V1 ? TIMES_V1 : TIMES_V2, times, timer::sums, false, "");
    }

    /** Reads the work items. */
    ReadPart queueTimes() {
        Path path = MetricsApi.workItemsOfConversation(conversation);
        return new ReadPart(QUEUE_TIMES, list(path, MetricsApi.ROUTING, Path.LARGEST_PAGE), QueueTimes::of, false, "");
    }

    private Query.ListAll list(Path path, Role role, int pageSize) {
        Path pages = path.with("pageSize", pageSize);
        return new Query.ListAll(
                task, page -> Request.get(pages.with("page", page), role), found -> true, MOST, timeout);
    }
}

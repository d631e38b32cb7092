package io.github.kustomerconnector.client;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.bulk.RunBulk;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** One delivery of a bulk's job at a time, and each goes on from the last progress. */
class BulkHistoryTest {

    private static final CallResult.BulkPart PART = new CallResult.BulkPart(progress(1), Json.NULL);

    private final BulkHistory history = new BulkHistory(2);
    private final Call.Bulk call = call();

    @Test
    void a_second_delivery_sends_nothing_while_the_first_runs() {
        history.once(call, () -> {
            assertThatThrownBy(() -> history.once(call, () -> PART))
                    .isInstanceOf(KustomerException.class)
                    .hasMessageContaining("Nothing was sent: an earlier delivery of the same bulk still runs");
            return PART;
        });

        assertThat(history.once(call, () -> PART)).isSameAs(PART);
    }

    @Test
    void a_delivery_that_failed_does_not_block_the_next_one() {
        assertThatThrownBy(() -> history.once(call, () -> {
                    throw new IllegalStateException("stopped");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(history.once(call, () -> PART)).isSameAs(PART);
    }

    @Test
    void a_redelivered_job_goes_on_from_the_last_progress() {
        assertThat(history.progress(call.remembered())).isEmpty();

        history.remember(call.remembered(), progress(1));
        history.remember(call.remembered(), progress(2));

        assertThat(history.progress(call.remembered())).hasValue(progress(2));
    }

    @Test
    void a_job_that_begins_elsewhere_does_not_go_on_from_that_progress() {
        history.remember(call.remembered(), progress(2));

        Call.Bulk other =
                new Call.Bulk(call.task(), call.plan(), call.source(), progress(1), call.longestWait(), call.timeout());

        assertThat(history.progress(other.remembered())).isEmpty();
    }

    private static BulkProgress progress(long next) {
        return new BulkProgress(next, OptionalLong.empty(), Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Call.Bulk call() {
        return bound(
                        RunBulk.class,
                        "{\"bulk\":{\"resource\":\"customers\",\"action\":\"create\",\"items\":[{\"name\":\"Ada\"}]}}")
                .call(TASK);
    }
}

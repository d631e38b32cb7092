package io.github.kustomerconnector.operation.bulk;

import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.BulkSource;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates, updates or deletes many records: {@code /v1/<resource>/bulk}. One task sends some thousand items at most and
 * hands its progress back, so that no job is held for minutes. {@link AwaitBulk} goes on.
 *
 * <p>Each item is written effectively once, as by the operation for a single record. A redelivered job sends its items
 * again, and Kustomer refuses those that exist. KObjects and companies are looked up first, because Kustomer refuses no
 * second one. Kustomer carries a bulk out later, so such a look-up can be too early after a lost answer.
 */
public record RunBulk(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable BulkFields bulk,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.BulkPart> {

    /** The role that each bulk needs. The other roles depend on the records and the action. */
    public static List<Role> roles() {
        return List.of(BulkApi.READ);
    }

    @Override
    public Call.Bulk call(TaskIdentity task) {
        BulkTask chosen = chosen(task).checked();
        BulkSource source = BulkItems.source(given().items());
        return new Call.Bulk(
                task.derived(),
                chosen.with(source).plan(task.namespace()),
                source,
                BulkProgress.start(),
                BulkItems.longestWait(given().waitSeconds()),
                TimeoutOptions.timeout(options));
    }

    @Override
    public BulkResult result(CallResult.BulkPart result) {
        return BulkResult.of(result);
    }

    private BulkFields given() {
        return bulk == null ? new BulkFields(null, null, null, null, null, null, null) : bulk;
    }

    private BulkTask chosen(TaskIdentity task) {
        BulkFields given = given();
        return new BulkTask(
                Choice.orElse(given.resource(), "customers"),
                text("bulk.klass", given.klass()),
                Choice.orElse(given.action(), "create"),
                text("bulk.key", given.key()),
                Choice.orElse(given.results(), "automatic"),
                task.derived().toString(),
                null);
    }

    private static @Nullable String text(String field, @Nullable Json value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Formats.identifier(255)
                .check(field, value)
                .text()
                .orElseThrow(() -> Failure.invalid(field, "must be text"));
    }
}

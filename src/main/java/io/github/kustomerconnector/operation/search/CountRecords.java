package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.RateLimit;
import io.github.kustomerconnector.call.ReadPart;
import io.github.kustomerconnector.call.ReadParts;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts records by criteria: one {@code POST /v1/customers/search} for each named count, or the archive's endpoint.
 * The count is {@code meta.total} of a page with one id. The operation only reads, so a repeat is safe.
 */
public record CountRecords(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CountFields count,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Parts> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(SearchApi.ROLE);
    }

    @Override
    public ReadParts call(TaskIdentity task) {
        CountFields given = count == null ? new CountFields(null, null, null, null, null, null) : count;
        Path path = (Choice.isTrue("count.archive", given.archive()) ? SearchApi.ARCHIVE : SearchApi.SEARCH)
                .with("page", "1")
                .with("pageSize", "1")
                .with("idsOnly", "true");
        Identity identity = task.derived();
        Duration timeout = TimeoutOptions.timeout(options);
        List<ReadPart> parts = CountQueries.of(given).entrySet().stream()
                .map(count -> part(count.getKey(), search(path, count.getValue()), identity, timeout))
                .toList();
        return new ReadParts(identity, parts, timeout);
    }

    @Override
    public CountResult result(CallResult.Parts result) {
        return CountResult.of(result.values());
    }

    private static Request search(Path path, Body body) {
        return new Request("POST", path, body, SearchApi.ROLE, RateLimit.SEARCH);
    }

    private static ReadPart part(String name, Request search, Identity task, Duration timeout) {
        Query.ListAll query = new Query.ListAll(task, page -> search, found -> true, 1, timeout);
        return new ReadPart(name, query, found -> total(search, found), true, "");
    }

    private static boolean isCount(Json total) {
        return total.decimal()
                .filter(number ->
                        number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0)
                .isPresent();
    }

    private static Json total(Request search, CallResult.Query found) {
        if (found instanceof CallResult.Listed listed) {
            return listed.meta()
                    .field("total")
                    .filter(CountRecords::isCount)
                    .orElseThrow(() -> new KustomerException(new Failure.Unreadable(
                            FailureDetails.of(search),
                            search + " answered without meta.total, the number of records")));
        }
        throw new IllegalArgumentException("a search returns a list");
    }
}

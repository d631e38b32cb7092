package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.RateLimit;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches for records of any type, page by page: {@code POST /v1/customers/search}, or the archive's endpoint. The
 * operation only reads, so a repeat is safe.
 *
 * <p>Kustomer's index is updated with a delay, and pages are read one after the other. A record that changes in
 * between can appear twice or not at all. To check whether a record exists, find it by its identifiers.
 */
public record SearchKustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable SearchFields search,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Listed> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(SearchApi.ROLE);
    }

    @Override
    public SearchResult result(CallResult.Listed result) {
        return SearchResult.of(result, serverOrDefault());
    }

    @Override
    public Query.ListAll call(TaskIdentity task) {
        SearchFields given = given();
        Body body = BodyBuilder.bounded("search", SearchMapping.of(given));
        Paging paging = Paging.of(given);
        Path path = path(given).with("pageSize", paging.pageSize());
        return new Query.ListAll(
                task.derived(),
                page -> new Request("POST", path.with("page", page), body, SearchApi.ROLE, RateLimit.SEARCH),
                found -> true,
                paging.most(),
                TimeoutOptions.timeout(options));
    }

    private SearchFields given() {
        return search == null
                ? new SearchFields(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                : search;
    }

    private static Path path(SearchFields given) {
        Path path = SearchMapping.isInArchive(given) ? SearchApi.ARCHIVE : SearchApi.SEARCH;
        return Choice.isTrue("search.idsOnly", given.idsOnly()) ? path.with("idsOnly", "true") : path;
    }
}

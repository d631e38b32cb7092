package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.client.Budget;
import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Ended;
import io.github.kustomerconnector.client.Path;
import io.github.kustomerconnector.client.Request;
import io.github.kustomerconnector.client.Role;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.RequestBody;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeOptions;
import io.github.kustomerconnector.operation.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches for records of any kind, page by page: {@code POST /v1/customers/search}, or the archive's. Changes nothing, so that
 * it may be repeated at any time. The index lags behind what was written, and pages are read one after the other: what changes
 * meanwhile may show twice or not at all. To see whether a record exists, find it by its identifiers instead.
 */
public record SearchKustomer(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable SearchFields search,
        @Nullable TimeOptions options)
        implements Operation<Ended.Gathered> {

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Role> roles() {
        return List.of(SearchApi.ROLE);
    }

    @Override
    public SearchResult result(Ended.Gathered ended) {
        return SearchResult.of(ended, place());
    }

    @Override
    public Call.Gather call(TaskIdentity task) {
        SearchFields given = given();
        Body body = RequestBody.bounded("search", SearchBody.of(given));
        Paging paging = Paging.of(given);
        Path path = path(given).with("pageSize", Integer.toString(paging.pageSize()));
        return new Call.Gather(
                task.derived(),
                page -> new Request(
                        "POST", path.with("page", Integer.toString(page)), body, SearchApi.ROLE, Budget.SEARCH),
                found -> true,
                paging.most(),
                TimeOptions.timeout(options));
    }

    private SearchFields given() {
        return search == null
                ? new SearchFields(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                : search;
    }

    private static Path path(SearchFields given) {
        Path path = SearchBody.isInArchive(given) ? SearchApi.ARCHIVE : SearchApi.SEARCH;
        return Word.isTrue("search.idsOnly", given.idsOnly()) ? path.with("idsOnly", "true") : path;
    }
}

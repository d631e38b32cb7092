package io.github.kustomerconnector.operation.bulk;

import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.DocumentResult;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a bulk is. It is also what a later task needs to go on.
 *
 * @param complete whether each item ended
 * @param done the number of items that ended
 * @param total the number of items; null while it is unknown
 * @param results of the items, each with {@code index}, {@code status}, and {@code id} or {@code error}; empty if they
 *     are in {@code documents}
 * @param failures the results of the first 100 items that failed
 * @param documents references to the documents with the results, one JSON object per line
 * @param next the index of the first item that was not sent yet
 * @param open the requests that Kustomer may still carry out
 * @param about what the bulk does
 */
public record BulkResult(
        boolean complete,
        long done,
        @Nullable Long total,
        long created,
        long existing,
        long updated,
        long deleted,
        long failed,
        List<Json> results,
        List<Json> failures,
        List<Json> documents,
        long next,
        List<Json> open,
        Json about)
        implements DocumentResult {

    public BulkResult {
        results = List.copyOf(results);
        failures = List.copyOf(failures);
        documents = List.copyOf(documents);
        open = List.copyOf(open);
    }

    static BulkResult of(CallResult.BulkPart part) {
        BulkProgress progress = part.progress();
        return new BulkResult(
                progress.isComplete(),
                progress.done(),
                progress.total().isPresent() ? progress.total().getAsLong() : null,
                progress.count(Status.CREATED),
                progress.count(Status.EXISTING),
                progress.count(Status.UPDATED),
                progress.count(Status.DELETED),
                progress.count(Status.ERROR),
                progress.results().stream().map(ItemResult::json).toList(),
                progress.failures().stream().map(ItemResult::json).toList(),
                progress.documents(),
                progress.next(),
                progress.open().stream().map(BulkResult::json).toList(),
                part.about());
    }

    private static Json json(BulkProgress.Open open) {
        return Json.object(put -> {
            put.accept("id", Json.of(open.id()));
            put.accept("from", Json.of(open.from()));
            put.accept("to", Json.of(open.to()));
            put.accept("count", Json.of(open.count()));
            put.accept("action", Json.of(open.action().name().toLowerCase(Locale.ROOT)));
            if (!open.only().isEmpty()) {
                put.accept("only", Json.list(open.only().stream().map(Json::of).toList()));
            }
            if (open.attempt() > 0) {
                put.accept("attempt", Json.of(open.attempt()));
            }
            if (open.hasWaited()) {
                put.accept("waited", Json.of(true));
            }
        });
    }
}

package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkPlan.Results;
import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.NewDocument;
import io.github.kustomerconnector.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the results of items into a document where a process variable would become large. */
record BulkReport(Results mode, Documents documents) {

    /** The maximum number of results in a process variable if the task does not choose. */
    static final int MOST_LISTED = 100;

    private static final String FIELD = "bulk.results";

    /**
     * The progress for the process.
     *
     * @throws KustomerException with {@link Failure.Unavailable} if the document can't be stored
     */
    BulkProgress of(BulkProgress progress) {
        List<ItemResult> results = progress.results().stream()
                .sorted(Comparator.comparingLong(ItemResult::index))
                .toList();
        if (results.isEmpty() || !isDocument(progress)) {
            return with(progress, results, progress.documents());
        }
        List<Json> more = new ArrayList<>(progress.documents());
        more.add(stored(results));
        return with(progress, List.of(), more);
    }

    private boolean isDocument(BulkProgress progress) {
        return switch (mode) {
            case DOCUMENT -> true;
            case LIST -> bytes(progress.results()) > CallResult.Listed.MAX_BYTES;
            case AUTOMATIC ->
                !progress.documents().isEmpty()
                        || progress.results().size() > MOST_LISTED
                        || progress.total().orElse(0) > MOST_LISTED;
        };
    }

    private static long bytes(List<ItemResult> results) {
        return results.stream()
                .mapToLong(result -> result.json().toBytes().length)
                .sum();
    }

    private Json stored(List<ItemResult> results) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ItemResult result : results) {
            lines.writeBytes(result.json().toBytes());
            lines.write('\n');
        }
        try {
            return documents.store(new NewDocument(
                    "kustomer-results.jsonl", "application/x-ndjson", new ByteArrayInputStream(lines.toByteArray())));
        } catch (IOException e) {
            throw new KustomerException(
                    new Failure.Unavailable(FailureDetails.ofField(FIELD), FIELD + ": " + e.getMessage(), null));
        }
    }

    private static BulkProgress with(BulkProgress progress, List<ItemResult> results, List<Json> documents) {
        return new BulkProgress(
                progress.next(),
                progress.total(),
                progress.counts(),
                progress.open(),
                results,
                progress.failures(),
                documents);
    }
}

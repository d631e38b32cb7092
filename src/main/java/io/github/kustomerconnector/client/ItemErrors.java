package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Json;
import java.util.List;

/** Turns the errors of items into results that contain no personal data. */
record ItemErrors(RequestSession session, BulkPlan plan) {

    /** Whether the result of an item is an error. */
    static boolean isError(Json result) {
        return result.field("status").filter(status -> status.isText("error")).isPresent();
    }

    /** The result of an item that failed. */
    ItemResult of(BulkItem item, Json result) {
        String error = session.itemError(
                plan.requests().send(plan.first(), List.of(item)),
                BulkError.of(result).body());
        return ItemResult.error(item.index(), error);
    }
}

package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.call.CallResult;
import org.jspecify.annotations.Nullable;

/**
 * The result of a merge.
 *
 * @param id the Kustomer id of the merge
 * @param outcome {@code created}, or {@code existing} if the customers were merged before
 * @param status the state of the merge as Kustomer returned it; null if the answer has none
 * @param customerId the customer that remains
 * @param mergedId the customer that was removed
 */
public record MergeResult(
        String id, String outcome, @Nullable String status, String customerId, String mergedId) {

    static MergeResult of(CallResult.Written result, String source, String target) {
        return new MergeResult(
                result.resource().id(),
                result.outcome().text(),
                result.resource().attribute("status").orElse(null),
                result.resource().related("target").orElse(target),
                source);
    }
}

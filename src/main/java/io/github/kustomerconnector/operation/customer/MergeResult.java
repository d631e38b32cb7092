package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.call.CallResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a merge hands back to the process.
 *
 * @param id the Kustomer id of the merge itself
 * @param outcome {@code created}, or {@code existing} if the customers were merged before
 * @param status how far the merge is, in Kustomer's words; null if the answer does not say
 * @param customerId the customer that stays
 * @param mergedId the customer that goes away
 */
public record MergeResult(
        String id, String outcome, @Nullable String status, String customerId, String mergedId) {

    static MergeResult of(CallResult.Written settled, String source, String target) {
        return new MergeResult(
                settled.resource().id(),
                settled.outcome().name().toLowerCase(Locale.ROOT),
                settled.resource().attribute("status").orElse(null),
                settled.resource().related("target").orElse(target),
                source);
    }
}

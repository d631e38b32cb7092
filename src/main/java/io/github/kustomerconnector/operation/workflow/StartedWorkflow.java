package io.github.kustomerconnector.operation.workflow;

import io.github.kustomerconnector.call.CallResult;

/**
 * The result of {@link StartWorkflow}. It does not repeat the answer, because that can contain the address of the hook.
 *
 * @param id the id of the transaction
 * @param outcome {@code created}, or {@code existing} if another task had sent the same key
 */
public record StartedWorkflow(String id, String type, String outcome) {

    /** The field of the data that has the key. */
    static final String KEY = "idempotencyKey";

    static StartedWorkflow of(CallResult.Written result) {
        return new StartedWorkflow(
                result.resource().id(), "web_hook_transaction", result.outcome().text());
    }
}

package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.CallResult;

/**
 * The result of a delete.
 *
 * @param id the Kustomer id of the deleted record
 * @param type {@code customer}, {@code conversation}, ...
 * @param outcome {@code deleted}, or {@code absent} if the record did not exist
 */
public record DeletedRecord(String id, String type, String outcome) {

    /** The result for the process. */
    public static DeletedRecord of(CallResult.Deleted result, String id, String type) {
        return new DeletedRecord(id, type, result.outcome().text());
    }
}

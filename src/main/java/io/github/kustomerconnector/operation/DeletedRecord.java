package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.CallResult;
import java.util.Locale;

/**
 * What a removal hands back to the process.
 *
 * @param id the Kustomer id of the record that is gone
 * @param type {@code customer}, {@code conversation}, ...
 * @param outcome {@code deleted}, or {@code absent} if it was gone before
 */
public record DeletedRecord(String id, String type, String outcome) {

    /** The record that a call ended without. */
    public static DeletedRecord of(CallResult.Deleted result, String id, String type) {
        return new DeletedRecord(id, type, result.outcome().name().toLowerCase(Locale.ROOT));
    }
}

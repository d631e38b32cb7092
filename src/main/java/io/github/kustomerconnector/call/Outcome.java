package io.github.kustomerconnector.call;

import java.util.Locale;

/** What a call did. */
public enum Outcome {
    /** This task created the record, in this attempt or in an earlier one whose answer was lost. */
    CREATED,
    /** The record existed before and is unchanged. */
    EXISTING,
    /** The record existed before and now has the given fields. */
    UPDATED,
    /** This task deleted the record, in this attempt or in an earlier one whose answer was lost. */
    DELETED,
    /** There is no such record. */
    ABSENT;

    /** The outcome as results contain it, such as {@code created}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

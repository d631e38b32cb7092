package io.github.kustomerconnector.client;

/** How a create ended. */
public enum Outcome {
    /** This task made the record, in this attempt or in an earlier one whose answer was lost. */
    CREATED,
    /** The record was there before and is unchanged. */
    EXISTING,
    /** The record was there before and now has the given fields. */
    UPDATED
}

package io.github.kustomerconnector.client;

/** How a call ended. */
public enum Outcome {
    /** This task made the record, in this attempt or in an earlier one whose answer was lost. */
    CREATED,
    /** The record was there before and is unchanged. */
    EXISTING,
    /** The record was there before and now has the given fields. */
    UPDATED,
    /** This task removed the record, in this attempt or in an earlier one whose answer was lost. */
    DELETED,
    /** There is no such record. */
    ABSENT
}

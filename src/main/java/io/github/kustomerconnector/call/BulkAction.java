package io.github.kustomerconnector.call;

/** What a bulk does with each item. */
public enum BulkAction {
    CREATE,
    UPDATE,
    /** Creates a record, or updates the one that exists already. */
    UPSERT,
    DELETE
}

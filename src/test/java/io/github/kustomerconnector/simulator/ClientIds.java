package io.github.kustomerconnector.simulator;

/** What becomes of an {@code id} that the client sends with a new record. */
public enum ClientIds {
    /** It is the record's id; sent again, it is a conflict. */
    ACCEPTED,
    /** The record gets an id of Kustomer's own. */
    IGNORED,
    /** The field is refused as unknown. */
    REFUSED
}

package io.github.kustomerconnector.simulator;

/** How the simulator treats an {@code id} that a client sends with a new record. */
public enum ClientIds {
    /** The record gets this id. A second create with the same id is a conflict (409). */
    ACCEPTED,
    /** The record gets an id that the simulator generates. */
    IGNORED,
    /** The request is refused because the field is unknown. */
    REFUSED
}

package io.github.kustomerconnector.simulator;

/** What becomes of an {@code id} that the client sends with a new conversation. */
public enum ClientIds {
    /** It is the conversation's id; sent again, it is a conflict. */
    ACCEPTED,
    /** The conversation gets an id of Kustomer's own. */
    IGNORED,
    /** The field is refused as unknown. */
    REFUSED
}

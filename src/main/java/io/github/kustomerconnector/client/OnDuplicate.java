package io.github.kustomerconnector.client;

/** What to do when the record to create is already there. */
public enum OnDuplicate {
    /** Return the record that is there, unchanged. */
    RETURN_EXISTING,
    /** Write the given fields into the record that is there, and return it. */
    UPDATE_EXISTING,
    /** Fail with {@link Failure.Duplicate}. */
    FAIL
}

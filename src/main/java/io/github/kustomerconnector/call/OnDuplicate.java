package io.github.kustomerconnector.call;

/** What to do when the record to create exists already. */
public enum OnDuplicate {
    /** Return the existing record unchanged. */
    RETURN_EXISTING,
    /** Write the given fields into the existing record and return it. */
    UPDATE_EXISTING,
    /** Fail with {@link Failure.Duplicate}. */
    FAIL
}

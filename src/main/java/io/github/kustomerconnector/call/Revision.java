package io.github.kustomerconnector.call;

/** The revision that an update requires. A record at another revision causes a conflict. */
public sealed interface Revision {

    /** Any revision: the last update wins. */
    record Any() implements Revision {}

    /** The revision that was just read. After a conflict, the record is read again. */
    record Read() implements Revision {}

    /**
     * The revision that the task names. The process has to resolve a conflict.
     *
     * @param read the GET of the record; shows after a conflict whether this task made the change
     * @param checksum of the change that requires the revision
     */
    record Given(long number, Request read, int checksum) implements Revision {}
}

package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One way to find the record again.
 *
 * @param field the identifier, as messages name it
 * @param asking makes the GET, once it is needed: few creates look anything up
 * @param answer what it answers with, if not with 404
 * @param heldBy whether a record has this identifier: of one that was found otherwise, so that the request can be saved; of a
 *     list, which record is meant
 */
public record Lookup(String field, Supplier<Request> asking, Answer answer, Predicate<Resource> heldBy) {

    /** What a look-up answers with. */
    public enum Answer {
        /** The record. */
        RECORD,
        /** A list that may hold the record on its first page. */
        LIST
    }

    /** A look-up that answers with the record. */
    public Lookup(String field, Supplier<Request> asking, Predicate<Resource> heldBy) {
        this(field, asking, Answer.RECORD, heldBy);
    }

    /** The GET. */
    public Request request() {
        return asking.get();
    }
}

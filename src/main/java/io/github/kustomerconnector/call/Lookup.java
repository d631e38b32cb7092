package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Resource;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One way to find a record.
 *
 * @param field the identifier, as messages name it
 * @param get makes the GET when it is needed, because few creates look anything up
 * @param answer the shape of the answer, unless it is a 404
 * @param heldBy whether a record has this identifier. For a record that was found by another identifier, this saves
 *     the request; in a list, it selects the record
 */
public record Lookup(String field, Supplier<Request> get, Answer answer, Predicate<Resource> heldBy) {

    /** The shape of the answer to a look-up. */
    public enum Answer {
        /** The record. */
        RECORD,
        /** A list of several pages that may contain the record. */
        LIST,
        /** A list of several pages. Two records with the identifier are a {@link Failure.Duplicate}. */
        ONLY_ONE
    }

    /** A look-up whose answer is the record. */
    public Lookup(String field, Supplier<Request> get, Predicate<Resource> heldBy) {
        this(field, get, Answer.RECORD, heldBy);
    }

    /** The look-up by the record's own id. */
    public static Lookup byId(String id, Supplier<Request> get) {
        return byId("ID", id, get);
    }

    /**
     * The look-up by the record's own id.
     *
     * @param field the identifier, as messages name it
     */
    public static Lookup byId(String field, String id, Supplier<Request> get) {
        return new Lookup(field, get, found -> found.id().equals(id));
    }

    /** The GET. */
    public Request request() {
        return get.get();
    }
}

package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.util.function.Predicate;

/**
 * One way to find the record again.
 *
 * @param field the identifier, as messages name it
 * @param request the GET
 * @param answer what it answers with, if not with 404
 * @param heldBy whether a record has this identifier: of one that was found otherwise, so that the request can be saved; of a
 *     list, which record is meant
 */
public record Lookup(String field, Request request, Answer answer, Predicate<Resource> heldBy) {

    /** What a look-up answers with. */
    public enum Answer {
        /** The record. */
        RECORD,
        /** A list that may hold the record on its first page. */
        LIST
    }

    /** A look-up that answers with the record. */
    public Lookup(String field, Request request, Predicate<Resource> heldBy) {
        this(field, request, Answer.RECORD, heldBy);
    }
}

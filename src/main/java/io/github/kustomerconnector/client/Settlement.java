package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a create is settled when Kustomer reports a duplicate or its answer is lost.
 *
 * @param protection what keeps a repetition from making a second record
 * @param lookups the ways to find the record, best first; empty if there is none
 * @param onDuplicate what to do with a record that is already there
 * @param own whether a found record bears an identifier that only this task gives
 * @param foreign the field by which a found record turns out to be somebody else's; empty if it is the right one
 * @param update the request that writes the given fields into a found record; empty if there is nothing to write
 */
public record Settlement(
        Protection protection,
        List<Lookup> lookups,
        OnDuplicate onDuplicate,
        Predicate<Resource> own,
        Function<Resource, Optional<String>> foreign,
        Function<Resource, Optional<Request>> update) {

    public Settlement {
        lookups = List.copyOf(lookups);
    }

    /** What keeps a repetition from making a second record. */
    public enum Protection {
        /** Kustomer itself refuses a second record with the same identifier. */
        UNIQUE_IDENTIFIER,
        /** What the record is made of is used up: Kustomer refuses a second one with any word, and a look-up tells. */
        USED_UP,
        /** A look-up before every create. */
        LOOK_UP_FIRST,
        /** Nothing: the create is sent once, and an answer that is lost stays lost. */
        NONE
    }
}

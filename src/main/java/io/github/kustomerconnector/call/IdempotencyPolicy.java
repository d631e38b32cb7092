package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a create proceeds after a conflict or a lost answer, so that a repeat makes no second record.
 *
 * @param protection what prevents a second record
 * @param lookups the ways to find the record, the strongest identifier first; empty if there is none
 * @param onDuplicate what to do with a record that exists already
 * @param own whether a found record has an identifier that only this task sends
 * @param foreign the field that shows that a record found by a look-up is another one; empty if it is the right one.
 *     It depends on the look-up, because a weak identifier such as a phone can be shared
 * @param update the request that writes the given fields into a found record; empty if there is nothing to write
 */
public record IdempotencyPolicy(
        Protection protection,
        List<Lookup> lookups,
        OnDuplicate onDuplicate,
        Predicate<Resource> own,
        BiFunction<Lookup, Resource, Optional<String>> foreign,
        Function<Resource, Optional<Request>> update) {

    public IdempotencyPolicy {
        lookups = List.copyOf(lookups);
    }

    /** What prevents a second record. */
    public enum Protection {
        /** Kustomer refuses a second record with the same identifier. */
        UNIQUE_IDENTIFIER,
        /**
         * The create consumes its input, so a repeat fails with an unpredictable error. Look up whether the first
         * attempt succeeded.
         */
        CONSUMED_INPUT,
        /** A look-up before each create. */
        LOOK_UP_FIRST,
        /** Nothing. The create is sent once; after a lost answer its outcome stays unknown. */
        NONE
    }
}

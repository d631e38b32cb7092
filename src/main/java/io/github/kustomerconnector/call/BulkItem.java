package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One checked item of a bulk.
 *
 * @param index the place of the item among all items, from 0
 * @param content the fields to send, as in the request for a single record; an update and a delete have an {@code id}
 * @param existing how the record of a create is recognized
 */
public record BulkItem(long index, Json content, Existing existing) {

    /**
     * How the record of a create is recognized if it exists already.
     *
     * @param identity the same for each item that means the same record
     * @param lookups the ways to find the record, the strongest identifier first; empty if nothing finds it
     * @param own whether a found record has an identifier that only this item sends
     * @param foreign the field that shows that a record found by a look-up is another one; empty if it is the right
     *     one
     * @param update the fields, without {@code id}, that an upsert writes into the record; empty if there is nothing to
     *     write
     */
    public record Existing(
            Identity identity,
            List<Lookup> lookups,
            Predicate<Resource> own,
            BiFunction<Lookup, Resource, Optional<String>> foreign,
            Function<Resource, Optional<Json>> update) {
        public Existing {
            lookups = List.copyOf(lookups);
        }

        /** For an item that names an existing record. */
        public static Existing none(Identity identity) {
            return new Existing(
                    identity,
                    List.of(),
                    found -> false,
                    (lookup, found) -> Optional.empty(),
                    found -> Optional.empty());
        }
    }

    /** The id that the item sends; empty if it sends none. */
    public Optional<String> id() {
        return content.field("id").flatMap(Json::text);
    }

    /** The index as text: the name of the item within its request. */
    public String clientRef() {
        return Long.toString(index);
    }

    /** The index only, because the content may be personal. */
    @Override
    public String toString() {
        return "BulkItem(" + index + ")";
    }
}

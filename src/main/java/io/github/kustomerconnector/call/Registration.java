package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Resource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The record that a {@link Call.Register} asks for.
 *
 * @param same whether a record of the list is the one
 * @param own whether this connector created the record. Of several own records, only the oldest stays
 * @param update the request that makes a record as asked; empty if it is so already
 * @param delete the request that deletes the record with this id
 * @param read the request that reads the record with this id at the end; empty if the list has all that the result
 *     needs
 * @param most the number of records that Kustomer allows
 * @param full what to do if there are so many others already, as the end of a message
 */
public record Registration(
        Predicate<Resource> same,
        Predicate<Resource> own,
        Function<Resource, Optional<Request>> update,
        Function<String, Request> delete,
        Optional<Function<String, Request>> read,
        int most,
        String full) {}

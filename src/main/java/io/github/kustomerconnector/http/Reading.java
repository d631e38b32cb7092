package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Listing;
import io.github.kustomerconnector.json.Resource;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the body of a success is read.
 *
 * @param expected the expected content, as messages name it
 * @param content empty if the body is not what is expected
 */
public record Reading<T>(String expected, Function<Body, Optional<T>> content) {

    /** One record, bare or wrapped in {@code data}. */
    public static final Reading<Resource> RECORD =
            new Reading<>("Kustomer record", body -> body.json().flatMap(Resource::read));

    /** A page of a list. */
    public static final Reading<Listing> LIST =
            new Reading<>("list of Kustomer records", body -> body.json().flatMap(Listing::read));

    /** Any JSON; JSON null for an empty body. */
    public static final Reading<Json> ANYTHING =
            new Reading<>("JSON", body -> body.size() == 0 ? Optional.of(Json.NULL) : body.json());

    /** The record that a look-up finds; empty if the answer does not contain it. */
    public static Reading<Optional<Resource>> of(Lookup lookup) {
        return switch (lookup.answer()) {
            case RECORD -> RECORD.map(Optional::of);
            case LIST ->
                LIST.map(list ->
                        list.resources().stream().filter(lookup.heldBy()).findFirst());
        };
    }

    private <R> Reading<R> map(Function<T, R> change) {
        return new Reading<>(expected, body -> content.apply(body).map(change));
    }
}

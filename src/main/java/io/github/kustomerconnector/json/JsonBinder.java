package io.github.kustomerconnector.json;

import java.io.IOException;
import java.util.function.Function;

/** Binds JSON objects to records. */
public final class JsonBinder {

    private JsonBinder() {}

    /**
     * The object as a record of the given type, with a component for each field. An unknown field is an error.
     *
     * @param failure makes the exception for a value that does not bind
     */
    public static <T> T bind(Json json, Class<T> type, Function<BindingError, ? extends RuntimeException> failure) {
        try {
            return JsonCodec.bind(json.node(), type);
        } catch (IOException e) {
            throw failure.apply(BindingError.of(e));
        }
    }
}

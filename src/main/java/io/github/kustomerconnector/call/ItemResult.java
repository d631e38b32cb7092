package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a bulk.
 *
 * @param index the place of the item among all items, from 0
 * @param id the id of the record; null if there is none
 * @param error why there is none; null if there is one. It contains no personal data
 */
public record ItemResult(
        long index,
        Status status,
        @Nullable String id,
        @Nullable String error) {

    /** The end of an item. */
    public enum Status {
        CREATED,
        EXISTING,
        UPDATED,
        DELETED,
        ERROR
    }

    /** The result of an item that failed. */
    public static ItemResult error(long index, String error) {
        return new ItemResult(index, Status.ERROR, null, error);
    }

    /** The result as an object with {@code index}, {@code status}, and {@code id} or {@code error}. */
    public Json json() {
        return Json.object(put -> {
            put.accept("index", Json.of(index));
            put.accept("status", Json.of(status.name().toLowerCase(Locale.ROOT)));
            if (id != null) {
                put.accept("id", Json.of(id));
            }
            if (error != null) {
                put.accept("error", Json.of(error));
            }
        });
    }
}

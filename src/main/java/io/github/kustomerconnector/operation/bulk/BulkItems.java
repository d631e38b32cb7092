package io.github.kustomerconnector.operation.bulk;

import io.github.kustomerconnector.call.BulkSource;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.ReservedText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of a bulk and its wait, as a form gives them. */
final class BulkItems {

    static final String ITEMS = "bulk.items";
    static final String WAIT_PATTERN = "^(=.*|[0-9]|[1-5][0-9]|60|undefined)?$";
    static final String WAIT_MESSAGE = "must be a number from 0 to 60";
    static final String WAIT_DEFAULT = "30";

    private static final int LONGEST_WAIT = 60;

    private BulkItems() {}

    /** A list of items, or a document. An upload in a form makes a list with one document. */
    static BulkSource source(@Nullable Json items) {
        if (items == null || items.isBlank()) {
            throw Failure.invalid(ITEMS, "is missing");
        }
        Json first = items.isList() && items.size() == 1 ? items.elements().getFirst() : items;
        if (first.has(ReservedText.DOCUMENT)) {
            if (first.field("documentId").flatMap(Json::text).isEmpty()) {
                throw Failure.invalid(ITEMS, "is not a document in Camunda's document store");
            }
            return new BulkSource.Stored(ITEMS, first);
        }
        if (!items.isList()) {
            throw Failure.invalid(ITEMS, "must be a list or a document");
        }
        List<Json> elements = items.elements();
        return new BulkSource.Listed(elements);
    }

    /** The wait, 0 to 60 seconds. */
    static Duration longestWait(@Nullable Json seconds) {
        if (seconds == null || seconds.isBlank()) {
            return Duration.ofSeconds(Long.parseLong(WAIT_DEFAULT));
        }
        Json checked = Formats.integer(0, LONGEST_WAIT).check("bulk.waitSeconds", seconds);
        return Duration.ofSeconds(Long.parseLong(checked.scalar().orElseThrow()));
    }
}

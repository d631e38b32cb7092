package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import java.util.List;

/** Where the items of a bulk are. */
public sealed interface BulkSource {

    /** In a list. */
    record Listed(List<Json> items) implements BulkSource {
        public Listed {
            items = List.copyOf(items);
        }
    }

    /**
     * In a document of the process: a JSON array, or one JSON value per line.
     *
     * @param field the input that names the document
     */
    record Stored(String field, Json reference) implements BulkSource {}
}

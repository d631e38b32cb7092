package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a record, and its copy.
 *
 * @param owner the id of the record that has the file
 * @param id the id of the file
 * @param description the attributes of the file as Kustomer returned them; an empty object if they were not read
 * @param document the document reference of the copy; null if the file was not copied
 * @param problem why the file was not copied, such as "has 30000000 bytes"; null if it was
 */
public record CopiedFile(
        String owner,
        String id,
        Json description,
        @Nullable Json document,
        @Nullable String problem) {}

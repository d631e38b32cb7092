package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a call ended well. */
public sealed interface Ended {

    /** With one record, and how it came about. */
    record Settled(Resource resource, Outcome outcome) implements Ended {}

    /** With what was looked for: one record, or a list. */
    sealed interface Looked extends Ended permits Found, Gathered {}

    /**
     * With the record that was looked for.
     *
     * @param resource empty if there is none
     */
    record Found(Optional<Resource> resource) implements Looked {}

    /** With a record gone. */
    record Removed(Outcome outcome) implements Ended {}

    /**
     * With a list of records.
     *
     * @param complete whether that is all there are; false if the list was cut at the call's bound, at {@link #MAX_BYTES} or
     *     at a hundred pages
     * @param meta what the first page says of the list, such as {@code total} and {@code aggregations}; an empty object if
     *     nothing
     */
    record Gathered(List<Resource> resources, boolean complete, Json meta) implements Looked {

        /** What the records of a list and its meta come to at the most, in bytes: the engine refuses larger variables. */
        public static final int MAX_BYTES = 1024 * 1024;

        public Gathered {
            resources = List.copyOf(resources);
        }
    }

    /**
     * With an answer that is not read as a record.
     *
     * @param status 2xx
     * @param body JSON null if it is empty
     * @param pod which of Kustomer's pods has answered ({@code prod1} is the region {@link Region#US}); null if the answer
     *     does not say
     */
    record Answer(int status, Json body, @Nullable String pod) implements Ended {}
}

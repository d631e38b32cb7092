package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The result of a call that succeeded. */
public sealed interface CallResult {

    /** A record that exists now, and how it came about. */
    record Written(Resource resource, Outcome outcome) implements CallResult {}

    /** The result of a query: one record, or a list. */
    sealed interface Query extends CallResult permits Read, Listed {

        /** The records that were found. */
        List<Resource> resources();

        /** Whether there are no further records. */
        boolean complete();
    }

    /**
     * The record that was looked up.
     *
     * @param resource empty if there is none
     */
    record Read(Optional<Resource> resource) implements Query {

        @Override
        public List<Resource> resources() {
            return resource.stream().toList();
        }

        @Override
        public boolean complete() {
            return true;
        }
    }

    /**
     * A record that no longer exists.
     *
     * @param outcome {@link Outcome#DELETED} or {@link Outcome#ABSENT}
     */
    record Deleted(Outcome outcome) implements CallResult {}

    /**
     * A list of records.
     *
     * @param resources each record once
     * @param complete whether the list has no further records; false if it was cut at the call's maximum, at
     *     {@link #MAX_BYTES} or after 100 pages. False too if records moved between pages while they were read
     * @param meta the first page's {@code meta}, such as {@code total} and {@code aggregations}; an empty object if
     *     there is none
     */
    record Listed(List<Resource> resources, boolean complete, Json meta) implements Query {

        /** The maximum size of the records and the meta, in bytes, because the engine refuses larger variables. */
        public static final int MAX_BYTES = 1024 * 1024;

        public Listed {
            resources = List.copyOf(resources);
        }
    }

    /**
     * Records, and the files that were copied for them.
     *
     * @param files in the order of the call
     */
    record WithFiles(Query found, List<CopiedFile> files) implements CallResult {
        public WithFiles {
            files = List.copyOf(files);
        }
    }

    /**
     * The parts that were read.
     *
     * @param values what the call keeps of each part, by the part's name
     * @param missing the roles of the parts that the key may not read, by the part's name
     */
    record Parts(Map<String, Json> values, Map<String, Role> missing) implements CallResult {
        public Parts {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
        }

        /** The value of a part; empty if it was not read. */
        public Optional<Json> value(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }

    /**
     * An answer that is not read as a record.
     *
     * @param status 2xx
     * @param body JSON null if the body is empty
     * @param pod the Kustomer pod that answered, such as {@code prod1} for {@link Region#US}; null if unknown
     */
    record Raw(int status, Json body, @Nullable String pod) implements CallResult {}

    /**
     * How far a bulk is after one of its tasks.
     *
     * @param about what a later task needs besides the progress and the items
     */
    record BulkPart(BulkProgress progress, Json about) implements CallResult {}
}

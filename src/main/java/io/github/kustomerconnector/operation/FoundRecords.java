package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a look-up that may return several records: the first one with the fields of {@link FoundRecord}, and
 * the list of all.
 *
 * @param count the number of {@code records}
 * @param complete whether {@code records} has all records; false if the list was cut at the task's maximum or at the
 *     size that the engine accepts
 * @param records the records in the order of Kustomer
 */
public record FoundRecords(
        boolean found,
        @Nullable String id,
        @Nullable String type,
        @Nullable Json attributes,
        @Nullable Json relationships,
        @Nullable String url,
        int count,
        boolean complete,
        List<ListedRecord> records)
        implements TaskResult {

    public FoundRecords {
        records = List.copyOf(records);
    }

    @Override
    public Stream<String> texts() {
        return Stream.concat(
                Stream.of(id, type, url).filter(Objects::nonNull),
                records.stream().flatMap(record -> Stream.of(record.id(), record.type(), record.url())));
    }

    @Override
    public Stream<Json> parts() {
        return Stream.concat(
                Stream.of(attributes, relationships).filter(Objects::nonNull),
                records.stream().map(ListedRecord::attributes));
    }

    /**
     * The result for the process.
     *
     * @param type the type of a record if the answer does not contain it
     * @param url the address of a record
     */
    public static FoundRecords of(CallResult.Query result, String type, Function<Resource, String> url) {
        List<Resource> resources = result.resources();
        Optional<Resource> first = resources.stream().findFirst();
        FoundRecord record = FoundRecord.of(new CallResult.Read(first), type, url);
        return new FoundRecords(
                record.found(),
                record.id(),
                record.type(),
                record.attributes(),
                record.relationships(),
                record.url(),
                resources.size(),
                result.complete(),
                resources.stream()
                        .map(resource -> ListedRecord.of(resource, type, url.apply(resource)))
                        .toList());
    }
}

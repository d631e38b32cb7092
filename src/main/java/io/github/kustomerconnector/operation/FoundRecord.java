package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a look-up. All fields except {@code found} are null if there is no record.
 *
 * @param id the record's Kustomer id
 * @param type {@code customer}, {@code conversation}
 * @param attributes the record's attributes as Kustomer returned them
 * @param relationships the record's relationships as Kustomer returned them
 * @param url the record in Kustomer's web application if the organization is known, else in the API
 */
public record FoundRecord(
        boolean found,
        @Nullable String id,
        @Nullable String type,
        @Nullable Json attributes,
        @Nullable Json relationships,
        @Nullable String url)
        implements RecordResult {

    /**
     * The result for the process.
     *
     * @param type the record's type if the answer does not contain it
     */
    public static FoundRecord of(CallResult.Read result, Server server, String type) {
        return of(result, type, resource -> server.link(type + "s", resource.id()));
    }

    /**
     * The result for the process.
     *
     * @param type the record's type if the answer does not contain it
     * @param url the address of the record
     */
    public static FoundRecord of(CallResult.Read result, String type, Function<Resource, String> url) {
        return result.resource()
                .map(resource -> new FoundRecord(
                        true,
                        resource.id(),
                        resource.typeOr(type),
                        resource.attributes(),
                        resource.relationships(),
                        url.apply(resource)))
                .orElseGet(() -> new FoundRecord(false, null, null, null, null, null));
    }

    @Override
    public Stream<String> texts() {
        return Stream.of(id, type, url).filter(Objects::nonNull);
    }

    @Override
    public Stream<Json> parts() {
        return Stream.of(attributes, relationships).filter(Objects::nonNull);
    }

    @Override
    public FoundRecord with(boolean withAttributes, boolean withRelationships) {
        return new FoundRecord(
                found,
                id,
                type,
                withAttributes || attributes == null ? attributes : Json.NOTHING,
                withRelationships || relationships == null ? relationships : Json.NOTHING,
                url);
    }
}

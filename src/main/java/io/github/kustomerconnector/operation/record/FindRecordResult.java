package io.github.kustomerconnector.operation.record;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link FindRecord}. All fields except {@code found} and {@code ids} are null if there is no record.
 *
 * @param type {@code company}, {@code user}, {@code team}, {@code queue}, {@code tag} or {@code klass}
 * @param attributes the record's attributes as Kustomer returned them, without the password settings and the e-mail
 *     signature of a user
 * @param url the record in Kustomer's web application if it has a page there, else in the API
 * @param ids the ids of all records that match
 */
public record FindRecordResult(
        boolean found,
        @Nullable String id,
        @Nullable String type,
        @Nullable Json attributes,
        @Nullable Json relationships,
        @Nullable String url,
        List<String> ids) {

    private static final Set<String> PRIVATE = Set.of("password", "emailSignature");

    public FindRecordResult {
        ids = List.copyOf(ids);
    }

    static FindRecordResult of(List<Resource> found, RecordKind kind, Server server) {
        if (found.isEmpty()) {
            return new FindRecordResult(false, null, null, null, null, null, List.of());
        }
        Resource first = found.getFirst();
        return new FindRecordResult(
                true,
                first.id(),
                kind.type(),
                kind == RecordKind.USER ? withoutPrivate(first.attributes()) : first.attributes(),
                first.relationships(),
                url(first, kind, server),
                found.stream().map(Resource::id).toList());
    }

    private static String url(Resource record, RecordKind kind, Server server) {
        return kind == RecordKind.COMPANY
                ? server.link("companies", record.id())
                : server.base() + kind.pathOf(record.id());
    }

    private static Json withoutPrivate(Json attributes) {
        Map<String, Json> kept = new LinkedHashMap<>(attributes.fields());
        kept.keySet().removeAll(PRIVATE);
        return Json.object(kept);
    }
}

package io.github.kustomerconnector.operation.api;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call hands back. The answer is taken out of its envelope, since expressions over flat results are shorter and faster, and
 * nothing stands in it twice, since the engine bounds what a job may hand over.
 *
 * @param status 2xx
 * @param id the record's Kustomer id, if the answer is one record; else null
 * @param data the record or the list of records; of an answer without an envelope all of it; null if the answer is empty
 * @param next the path of the next page, to be called as it is; null if there is none
 * @param rest what else the answer says, such as {@code meta}, {@code links} and {@code included}; an empty object if nothing
 */
public record ApiResponse(
        int status,
        @Nullable String id,
        Json data,
        @Nullable String next,
        Json rest) {

    static ApiResponse of(CallResult.Raw result) {
        Map<String, Json> fields = new LinkedHashMap<>(result.body().fields());
        Json inEnvelope = fields.remove("data");
        Json data = inEnvelope == null ? result.body() : inEnvelope;
        return new ApiResponse(
                result.status(),
                data.field("id").flatMap(Json::scalar).orElse(null),
                data,
                result.body()
                        .at("links", "next")
                        .flatMap(Json::text)
                        .filter(path -> path.startsWith("/"))
                        .map(ApiResponse::callable)
                        .orElse(null),
                Json.object(inEnvelope == null ? Map.of() : fields));
    }

    /** A link as {@link ApiPath} takes it: its query may have slashes and question marks that are not encoded (RFC 3986, 3.4). */
    private static String callable(String link) {
        int query = link.indexOf('?') + 1;
        return query == 0
                ? link
                : link.substring(0, query)
                        + link.substring(query).replace("/", "%2F").replace("?", "%3F");
    }
}

package io.github.kustomerconnector.operation.api;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link CallKustomerApi}. {@code data} is taken out of its JSON:API envelope, because expressions over
 * flat results are shorter and faster. No value appears twice, because the engine limits the size of a result.
 *
 * @param status 2xx
 * @param id the record's Kustomer id if the answer has exactly one record; else null, also for text that is no id
 * @param data the record or the list of records; the whole answer if it has no envelope; null if the answer is empty
 * @param next the path of the next page, ready for the next call; null if there is none
 * @param rest the other fields of the envelope, such as {@code meta}, {@code links} and {@code included}; an empty
 *     object if there are none
 */
public record ApiResponse(
        int status,
        @Nullable String id,
        Json data,
        @Nullable String next,
        Json rest) {

    static ApiResponse of(CallResult.Raw result) {
        Map<String, Json> fields = new LinkedHashMap<>(result.body().fields());
        Json enveloped = fields.remove("data");
        Json data = enveloped == null ? result.body() : enveloped;
        return new ApiResponse(
                result.status(),
                data.field("id").flatMap(Json::scalar).filter(Resource::isId).orElse(null),
                data,
                result.body()
                        .at("links", "next")
                        .flatMap(Json::text)
                        .filter(path -> path.startsWith("/"))
                        .map(ApiResponse::encodedQuery)
                        .orElse(null),
                Json.object(enveloped == null ? Map.of() : fields));
    }

    /**
     * The link with slashes and question marks in its query encoded, because {@link ApiPath} requires that (RFC 3986,
     * 3.4).
     */
    private static String encodedQuery(String link) {
        int query = link.indexOf('?') + 1;
        return query == 0
                ? link
                : link.substring(0, query)
                        + link.substring(query).replace("/", "%2F").replace("?", "%3F");
    }
}

package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.client.BoundedMap;
import io.github.kustomerconnector.http.ApiKey;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of the tasks. It keeps the {@value #MOST} keys that were used last, because the tasks of a runtime have
 * few different keys. A key computes the parts that it searches for only once. Safe for use by many threads.
 */
final class ApiKeys {

    static final int MOST = 8;

    private final BoundedMap<ApiKey, ApiKey> lastUsed = new BoundedMap<>(MOST);

    /**
     * The key with this token.
     *
     * @throws io.github.kustomerconnector.call.KustomerException as {@link ApiKey#of} does
     */
    ApiKey of(@Nullable String token) {
        ApiKey key = ApiKey.of(token);
        return lastUsed.put(key, key, known -> known);
    }
}

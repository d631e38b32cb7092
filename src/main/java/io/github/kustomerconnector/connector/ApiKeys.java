package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.http.ApiKey;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of the tasks. It keeps the last one, because almost all tasks of a runtime have the same key, and a key
 * computes the parts that it searches for only once. Safe for use by many threads.
 */
final class ApiKeys {

    private volatile @Nullable ApiKey last;

    /**
     * The key with this token.
     *
     * @throws io.github.kustomerconnector.call.KustomerException as {@link ApiKey#of} does
     */
    ApiKey of(@Nullable String token) {
        ApiKey key = ApiKey.of(token);
        ApiKey known = last;
        if (known != null && known.equals(key)) {
            return known;
        }
        last = key;
        return key;
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The API keys that the simulator accepts. */
final class ApiKeys {

    private static final String SCHEME = "Bearer ";

    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
    private final Settings settings;

    ApiKeys(Settings settings) {
        this.settings = settings;
    }

    void add(ApiKey key) {
        keys.put(key.token(), key);
    }

    void clear() {
        keys.clear();
    }

    /** Replaces the keys in all texts of a tree. The names of its fields stay. */
    void redact(JsonNode tree) {
        new KeyRedactor(keys.keySet()).redact(tree);
    }

    /**
     * The key of a request.
     *
     * @throws ApiErrorException if it is missing, unknown or of another region
     */
    ApiKey authenticate(RecordedRequest request) {
        String authorization = request.header("Authorization").orElse("");
        ApiKey key = authorization.startsWith(SCHEME) ? keys.get(authorization.substring(SCHEME.length())) : null;
        if (key == null) {
            throw new ApiErrorException(ApiError.of(401, ErrorCode.UNAUTHORIZED, "Unauthorized"));
        }
        if (!key.pod().equals(settings.values().pod)) {
            throw new ApiErrorException(ApiError.of(
                    401,
                    ErrorCode.UNAUTHORIZED,
                    "Auth token associated with pod %s but request is being handled by %s"
                            .formatted(key.pod(), settings.values().pod)));
        }
        return key;
    }

    void authorize(ApiKey key, Set<String> anyOf) {
        key.require(anyOf, settings.values().missingRoleStatus);
    }
}

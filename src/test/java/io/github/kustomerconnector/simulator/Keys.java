package io.github.kustomerconnector.simulator;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that exist, and what each may do. */
final class Keys {

    private static final String SCHEME = "Bearer ";

    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
    private final Settings settings;

    Keys(Settings settings) {
        this.settings = settings;
    }

    void add(ApiKey key) {
        keys.put(key.token(), key);
    }

    void clear() {
        keys.clear();
    }

    /** The key a request comes with, if it is one of this region. */
    ApiKey authenticate(RecordedRequest request) {
        String authorization = request.header("Authorization").orElse("");
        ApiKey key = authorization.startsWith(SCHEME) ? keys.get(authorization.substring(SCHEME.length())) : null;
        if (key == null) {
            throw new Refusal(Problem.of(401, Reason.UNAUTHORIZED, "Unauthorized"));
        }
        if (!key.pod().equals(settings.pod())) {
            throw new Refusal(Problem.of(
                    401,
                    Reason.UNAUTHORIZED,
                    "Auth token associated with pod %s but request is being handled by %s"
                            .formatted(key.pod(), settings.pod())));
        }
        return key;
    }

    void authorize(ApiKey key, Set<String> anyOf) {
        if (!key.allows(anyOf)) {
            Reason reason = settings.missingRoleStatus() == 403 ? Reason.FORBIDDEN : Reason.UNAUTHORIZED;
            throw new Refusal(Problem.of(settings.missingRoleStatus(), reason, "Missing role"));
        }
    }
}

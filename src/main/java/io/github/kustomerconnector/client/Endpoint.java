package io.github.kustomerconnector.client;

import java.net.URI;

/**
 * Whom to talk to, and as whom.
 *
 * @param base scheme, host and, if given, port and path prefix, without a slash at the end
 * @param key the API key that authorizes
 */
public record Endpoint(URI base, ApiKey key) {

    URI resolve(Path path) {
        return URI.create(base + path.encoded());
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(base.getScheme());
    }
}

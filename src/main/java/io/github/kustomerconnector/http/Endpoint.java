package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Path;
import java.net.URI;

/**
 * A server and the key that authorizes there.
 *
 * @param base scheme, host and, if given, port and path prefix, without a slash at the end
 */
public record Endpoint(URI base, ApiKey key) {

    URI resolve(Path path) {
        return URI.create(base + path.encoded());
    }
}

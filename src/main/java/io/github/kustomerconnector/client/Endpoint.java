package io.github.kustomerconnector.client;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Whom to talk to, and as whom.
 *
 * @param base scheme, host and, if given, port and path prefix, without a slash at the end
 * @param key the API key that authorizes
 */
public record Endpoint(URI base, ApiKey key) {

    private static final Pattern LOOPBACK_NUMBER = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    URI resolve(Path path) {
        return URI.create(base + path.encoded());
    }

    /** Whether nobody on the way reads what goes there: https, or http on a loopback address. */
    public static boolean isGuarded(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme()) && isLoopback(address.getHost()));
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || LOOPBACK_NUMBER.matcher(host).matches()
                || host.equals("[::1]");
    }
}

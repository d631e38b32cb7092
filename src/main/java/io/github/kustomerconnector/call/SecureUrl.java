package io.github.kustomerconnector.call;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The check of addresses that receive an API key or personal data. */
public final class SecureUrl {

    private static final Pattern LOOPBACK_NUMBER = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private SecureUrl() {}

    /** Whether no one on the network path can read the traffic: https, or http on a loopback address. */
    public static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme()) && isLoopback(address.getHost()));
    }

    /**
     * Whether a host is this computer: {@code localhost}, or a loopback address. A longer name is not, and neither is a
     * host that Java does not parse, which is null.
     */
    public static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || LOOPBACK_NUMBER.matcher(host).matches()
                        || host.equals("[::1]"));
    }
}

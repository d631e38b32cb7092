package io.github.kustomerconnector.call;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks addresses that receive an API key or personal data. */
public final class SecureUrl {

    private static final Pattern LOOPBACK_NUMBER = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    /** An address in digits, or in brackets. */
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+|\\[.*]");

    private static final Pattern HEX_NUMBER = Pattern.compile("0x[0-9a-f]+(\\.(0x)?[0-9a-f]+){0,3}");

    private SecureUrl() {}

    /** The address; empty if the text is none. */
    public static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

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

    /**
     * Whether the address may lead to the computer itself, in any spelling. That is a name below {@code localhost}, or
     * a number such as {@code 127.1}, {@code 2130706433}, {@code 0.0.0.0} or {@code [::ffff:127.0.0.1]}. It looks no
     * name up.
     */
    public static boolean isOwnHost(URI address) {
        String host = withoutFinalDot(address.getHost().toLowerCase(Locale.ROOT));
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        if (HEX_NUMBER.matcher(host).matches()) {
            // Some resolvers read such a name as an IPv4 address.
            return true;
        }
        return NUMBER.matcher(host).matches() && isOwnNumber(host);
    }

    private static boolean isOwnNumber(String host) {
        try {
            // No look-up, because the host is a number.
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || address.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            // A number that is no address, such as 1.2.3.4.5.
            return true;
        }
    }

    private static String withoutFinalDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}

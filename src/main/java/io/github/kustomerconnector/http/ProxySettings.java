package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.SecureUrl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The connector runtime's proxy variables: {@code CONNECTOR_HTTP_PROXY_HOST}, {@code _PORT}, {@code _USER},
 * {@code _PASSWORD}, the same with {@code HTTPS}, and {@code CONNECTOR_HTTP_NON_PROXY_HOSTS} ({@code |} between hosts,
 * {@code *} for any characters). If they name no proxy for a scheme, the JVM's proxy settings apply. Loopback
 * addresses never use a proxy.
 */
final class ProxySettings {

    private record Server(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password) {

        Proxy proxy() {
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
        }

        String address() {
            return host + ":" + port;
        }

        String authorization() {
            String credentials = user + ":" + (password == null ? "" : password);
            return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Map<String, Server> byScheme = new HashMap<>();
    private final @Nullable Pattern nonProxyHosts;

    /**
     * @param environment the process environment
     * @throws KustomerException with {@link Failure.InvalidInput} if a host is not a host name, or a port not a number
     */
    ProxySettings(Map<String, String> environment) {
        for (String scheme : List.of("http", "https")) {
            String prefix = "CONNECTOR_" + scheme.toUpperCase(Locale.ROOT) + "_PROXY_";
            String host = environment.get(prefix + "HOST");
            if (host != null && !host.isBlank()) {
                byScheme.put(
                        scheme,
                        new Server(
                                checkedHost(prefix + "HOST", host.strip()),
                                port(prefix + "PORT", environment.get(prefix + "PORT")),
                                environment.get(prefix + "USER"),
                                environment.get(prefix + "PASSWORD")));
            }
        }
        nonProxyHosts = hosts(environment.get("CONNECTOR_HTTP_NON_PROXY_HOSTS"));
    }

    ProxySelector selector() {
        return new Selector();
    }

    /**
     * The header {@code Proxy-Authorization} for the proxy of an address; empty without a proxy, or without a user.
     * The JDK's client sends it to the proxy only. The JDK's {@code Authenticator} is no alternative, because up to
     * JDK 23 it removes the header {@code Authorization} from each request (JDK-8326949).
     */
    Optional<String> authorization(URI address) {
        return server(address).filter(server -> server.user() != null).map(Server::authorization);
    }

    /**
     * Host and port of the proxy for an address, as messages name it; empty without a proxy.
     *
     * @throws KustomerException with {@link Failure.InvalidInput} if the JVM's settings name an invalid host
     */
    Optional<String> proxyName(URI address) {
        return server(address)
                .map(Server::address)
                .or(() -> selector().select(address).stream()
                        .map(Proxy::address)
                        .filter(InetSocketAddress.class::isInstance)
                        .map(InetSocketAddress.class::cast)
                        .map(proxy -> proxy.getHostString() + ":" + proxy.getPort())
                        .findFirst());
    }

    private Optional<Server> server(URI address) {
        return Optional.ofNullable(byScheme.get(scheme(address))).filter(proxy -> !isDirect(address));
    }

    /** Schemes are equal in any case (RFC 3986, 3.1). */
    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }

    private boolean isDirect(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        return SecureUrl.isLoopback(host)
                || (nonProxyHosts != null && nonProxyHosts.matcher(host).matches());
    }

    /** Checks what the JDK's client does not: with another host it fails with an error that names no setting. */
    private static String checkedHost(String name, String host) {
        if (!isHost(host)) {
            throw Failure.invalid(
                    name,
                    "is not a host name: give only the name, such as proxy.example.com, without http:// and without"
                            + " a port, in the environment of the connector runtime");
        }
        return host;
    }

    private static boolean isHost(String host) {
        try {
            String parsed = new URI("http", null, host, 1, null, null, null).getHost();
            return host.equals(parsed) || ("[" + host + "]").equals(parsed);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int port(String name, @Nullable String text) {
        try {
            int port = Integer.parseInt(text == null ? "" : text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The exception below names the variable, but not its value.
        }
        throw Failure.invalid(name, "is not a port number: correct it in the environment of the connector runtime");
    }

    private static @Nullable Pattern hosts(@Nullable String list) {
        if (list == null || list.isBlank()) {
            return null;
        }
        StringBuilder pattern = new StringBuilder();
        for (String host : list.strip().split("\\|", -1)) {
            pattern.append(pattern.isEmpty() ? "" : "|")
                    .append(Pattern.quote(host.strip()).replace("*", "\\E.*\\Q"));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    }

    private final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            if (isDirect(uri)) {
                return List.of(Proxy.NO_PROXY);
            }
            return server(uri).map(server -> List.of(server.proxy())).orElseGet(() -> ofJvm(uri));
        }

        private static List<Proxy> ofJvm(URI uri) {
            ProxySelector jvm = ProxySelector.getDefault();
            List<Proxy> proxies = jvm == null ? List.of(Proxy.NO_PROXY) : jvm.select(uri);
            for (Proxy proxy : proxies) {
                if (proxy.address() instanceof InetSocketAddress address) {
                    checkedHost("The JVM's system property " + scheme(uri) + ".proxyHost", address.getHostString());
                }
            }
            return proxies;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException problem) {
            // The request itself fails with the same problem, and there is no second proxy.
        }
    }
}

package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
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

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[?::1]?");

    private record Server(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password) {

        Proxy proxy() {
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
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
     * @throws KustomerException with {@link Failure.InvalidInput} if a port is not a number
     */
    ProxySettings(Map<String, String> environment) {
        for (String scheme : List.of("http", "https")) {
            String prefix = "CONNECTOR_" + scheme.toUpperCase(Locale.ROOT) + "_PROXY_";
            String host = environment.get(prefix + "HOST");
            if (host != null && !host.isBlank()) {
                byScheme.put(
                        scheme,
                        new Server(
                                host.strip(),
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
        return Optional.ofNullable(byScheme.get(address.getScheme()))
                .filter(server -> server.user() != null && !isDirect(address))
                .map(Server::authorization);
    }

    private boolean isDirect(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        return LOOPBACK.matcher(host).matches()
                || (nonProxyHosts != null && nonProxyHosts.matcher(host).matches());
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
            Server server = byScheme.get(uri.getScheme());
            if (server != null) {
                return List.of(server.proxy());
            }
            ProxySelector jvm = ProxySelector.getDefault();
            return jvm == null ? List.of(Proxy.NO_PROXY) : jvm.select(uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException problem) {
            // The request itself fails with the same problem, and there is no second proxy.
        }
    }
}

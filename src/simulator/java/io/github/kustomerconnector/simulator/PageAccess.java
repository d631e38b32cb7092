package io.github.kustomerconnector.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a request comes from this computer and from the page itself. The name in {@code Host} must be a
 * loopback name, because another site can let its own name point to this computer. Another site cannot set the
 * header {@value #HEADER} without a preflight, which the page does not answer.
 */
final class PageAccess {

    static final String HEADER = "X-Simulator-Page";

    private static final String LOCAL = "(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?";
    private static final Pattern HOST = Pattern.compile(LOCAL, Pattern.CASE_INSENSITIVE);
    private static final Pattern ORIGIN = Pattern.compile("https?://" + LOCAL, Pattern.CASE_INSENSITIVE);

    private final Relay relay;

    PageAccess(Relay relay) {
        this.relay = relay;
    }

    /** Why the page's HTML is not sent; empty if it is. A link on another page may lead to it. */
    Optional<String> documentRefusal(HttpExchange exchange) throws IOException {
        if (!relay.client(exchange.getRemoteAddress()).isLocal()) {
            return Optional.of("The page answers only to this computer");
        }
        return isLocalName(exchange.getRequestHeaders())
                ? Optional.empty()
                : Optional.of("The page answers only to 127.0.0.1, localhost and [::1]");
    }

    /** Why a request for the page's content or for an action is refused; empty if it is not. */
    Optional<String> refusal(HttpExchange exchange) throws IOException {
        Optional<String> refusal = documentRefusal(exchange);
        if (refusal.isPresent() || isSameOrigin(exchange.getRequestHeaders())) {
            return refusal;
        }
        return Optional.of("Only the page itself may send this request");
    }

    /**
     * Whether the script of another site sent the request. A client of the API sends no {@code Origin}; a browser adds
     * it to each write, also after the name of another site has become one of this computer.
     */
    boolean isFromAnotherSite(HttpExchange exchange) {
        return !exchange.getRequestHeaders().getOrDefault("Origin", List.of()).stream()
                .allMatch(origin -> ORIGIN.matcher(origin).matches());
    }

    private static boolean isLocalName(Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        return hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
    }

    private static boolean isSameOrigin(Headers headers) {
        String origin = "http://" + headers.getFirst("Host");
        boolean sameOrigin = headers.getOrDefault("Origin", List.of()).stream().allMatch(origin::equalsIgnoreCase);
        boolean sameSite =
                headers.getOrDefault("Sec-Fetch-Site", List.of()).stream().allMatch("same-origin"::equals);
        return sameOrigin && sameSite && headers.containsKey(HEADER);
    }
}

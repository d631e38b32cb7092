package io.github.kustomerconnector.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a request was not sent, from an exception of the JDK's client. The client gives no message for most of
 * them, so the type of the exception or of one of its causes is the reason.
 *
 * @param address the server of the request
 * @param proxy host and port of the proxy; null without a proxy
 * @param connectTimeout the time limit of the client for a connection
 */
record ConnectionProblem(URI address, @Nullable String proxy, Duration connectTimeout) {

    /** The start of the JDK's message when a proxy refuses to open a tunnel. */
    static final String NO_TUNNEL = "Tunnel failed";

    /** The JDK's message if the first bytes of the server are not TLS. */
    private static final String PLAIN_TEXT = "plaintext connection";

    /** The JDK's message for a request above the server's HTTP/2 stream limit. */
    private static final String TOO_MANY_STREAMS = "too many concurrent streams";

    /** The reason; empty if the request may have been sent. */
    Optional<String> reason(@Nullable Throwable cause) {
        if (message(cause).startsWith(NO_TUNNEL)) {
            return Optional.of(noConnectionTo(server()) + "the proxy" + (proxy == null ? "" : " " + proxy)
                    + " answered " + message(cause).replaceAll("\\D", ""));
        }
        if (message(cause).contains(TOO_MANY_STREAMS)) {
            return Optional.of("the server " + server() + " accepts no more requests at the same time");
        }
        if (cause instanceof SSLHandshakeException || isAnswerWithoutTls(cause)) {
            return Optional.of(noConnectionTo(server()) + tls(cause));
        }
        return isConnect(cause) ? Optional.of(noConnectionTo(peer()) + connect(cause)) : Optional.empty();
    }

    /** The reason if there was no connection within a time limit that is not the client's. */
    String late(Duration limit) {
        return noConnectionTo(peer()) + notWithin(limit);
    }

    private static String notWithin(Duration limit) {
        return "it did not accept the connection within " + limit.toSeconds() + " s";
    }

    private static boolean isConnect(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException;
    }

    private static boolean isAnswerWithoutTls(@Nullable Throwable cause) {
        return cause instanceof SSLException && message(cause).contains(PLAIN_TEXT);
    }

    private String connect(@Nullable Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return notWithin(connectTimeout);
        }
        if (has(cause, UnresolvedAddressException.class::isInstance)
                || has(cause, UnknownHostException.class::isInstance)) {
            return "the host name is unknown";
        }
        if (has(cause, NoRouteToHostException.class::isInstance) || has(cause, ConnectionProblem::isUnreachable)) {
            return "the host is not reachable from the connector runtime";
        }
        return "the connection was refused";
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof SocketException && message(cause).contains("unreachable");
    }

    private String tls(@Nullable Throwable cause) {
        if (isAnswerWithoutTls(cause)) {
            return "it answers without TLS; check the port, or begin the base URL with http:// on this computer";
        }
        if (has(cause, CertificateExpiredException.class::isInstance)) {
            return "its certificate has expired";
        }
        if (has(cause, CertificateNotYetValidException.class::isInstance)) {
            return "its certificate is not valid yet; check the clock of the connector runtime";
        }
        if (has(cause, ConnectionProblem::isUntrusted)) {
            return "its certificate is not trusted; if it is right, add its issuer to the trust store of the connector"
                    + " runtime's JVM";
        }
        if (has(cause, CertificateException.class::isInstance)) {
            return "its certificate is not for this host name";
        }
        return "the TLS handshake failed";
    }

    private static boolean isUntrusted(Throwable cause) {
        return cause instanceof CertPathBuilderException
                || cause instanceof CertPathValidatorException
                || message(cause).contains("PKIX");
    }

    private static String noConnectionTo(String peer) {
        return "no connection to " + peer + ": ";
    }

    private String peer() {
        return proxy == null ? server() : "the proxy " + proxy;
    }

    private String server() {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        return address.getHost() + ":" + port;
    }

    private static boolean has(@Nullable Throwable cause, Predicate<Throwable> test) {
        return cause != null
                && Stream.iterate(cause, each -> each != null, Throwable::getCause)
                        .limit(16)
                        .anyMatch(test);
    }

    private static String message(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    }
}

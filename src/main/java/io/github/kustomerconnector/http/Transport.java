package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and says what came of it. Connections are pooled and kept; redirects are not followed, since the key
 * must not go elsewhere; the time limit covers the body ({@code HttpRequest.timeout} does not), but a host name is looked up
 * for as long as that takes. Safe for use by many threads.
 */
final class Transport {

    /** The largest answer that is read, in bytes; the engine takes messages of up to 4 MB. */
    static final int MAX_ANSWER = 2 * 1024 * 1024;

    /** How the JDK says that a proxy opens no tunnel. */
    private static final String NO_TUNNEL = "Tunnel failed";

    /** The JVM's switches with which checking a certificate asks other servers ("PKIX", Java Security Developer's Guide). */
    static final List<String> ASKING_CHECKS =
            List.of("com.sun.net.ssl.checkRevocation", "com.sun.security.enableAIAcaIssuers");

    private static final String USER_AGENT = "camunda-8-connector-kustomer/" + version();

    private final Lazy<ProxySettings> proxies;
    private final Lazy<HttpClient> http;
    private final Lazy<HttpClient> uploads;
    private final LongSupplier nanoTime;

    /**
     * Builds nothing yet: a connector runtime makes its connectors at start, whether they are used or not.
     *
     * @param proxies asked when the first request is sent
     */
    Transport(Supplier<ProxySettings> proxies) {
        this.proxies = new Lazy<>(proxies);
        http = new Lazy<>(() -> forCalls(this.proxies.get()));
        // A document is read while it is sent, which may block: never in the thread that serves all connections.
        uploads = new Lazy<>(() -> builder(this.proxies.get()).build());
        nanoTime = System::nanoTime;
    }

    /** Over a client that is there already. */
    Transport(HttpClient client, LongSupplier nanoTime) {
        proxies = new Lazy<>(() -> new ProxySettings(Map.of()));
        http = new Lazy<>(() -> client);
        uploads = http;
        this.nanoTime = nanoTime;
    }

    /**
     * Does not throw for what the network does. A request is handed over once: the JDK's client repeats no POST, PUT or DELETE.
     *
     * @param limit until the whole answer must be there
     * @throws KustomerException with {@link Failure.InvalidInput} if the proxy settings are not readable
     */
    Reply send(Endpoint endpoint, Request request, Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            return new Reply.NotSent("no time was left");
        }
        return send(http.get(), httpRequest(endpoint, request), limit);
    }

    /**
     * Sends a file to where Kustomer says, without the API key; otherwise as {@link #send(Endpoint, Request, Duration)}.
     *
     * @param content the file, as long as the form says
     */
    Reply upload(URI address, UploadForm form, InputStream content, Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            return new Reply.NotSent("no time was left");
        }
        HttpRequest request = to(address)
                .header("Content-Type", form.contentType())
                .POST(form.with(content))
                .build();
        return send(uploads.get(), request, limit);
    }

    /**
     * Waits for the body itself: the future of the JDK's client would be completed by one more thread. An interrupted thread sends
     * nothing, since it would close the connection that it writes to.
     */
    private Reply send(HttpClient client, HttpRequest request, Duration limit) {
        if (Thread.currentThread().isInterrupted()) {
            return new Reply.NotSent("the thread was interrupted");
        }
        CappedBody body = new CappedBody(MAX_ANSWER);
        long start = nanoTime.getAsLong();
        CompletableFuture<HttpResponse<Body>> pending = client.sendAsync(request, body);
        CompletableFuture<HttpResponse<Body>> unused = pending.whenComplete((response, problem) -> {
            if (problem != null) {
                body.fail(problem);
            } else if (body.head() == null) {
                // A proxy that wants a password: its answer is handed over as the server's, but without a body.
                body.fail(new IOException(NO_TUNNEL + ", got: " + response.statusCode()));
            }
        });
        try {
            return body.whole(limit.minusNanos(nanoTime.getAsLong() - start));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return broken(body.head(), "no whole answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return broken(body.head(), "the wait for the answer was interrupted");
        } catch (ExecutionException e) {
            return failed(body.head(), e.getCause());
        }
    }

    /**
     * A call needs no thread between the one that waits and the one that reads, since what is done in between does not block.
     * Asking other servers about a certificate does: where the JVM is told to ask, there are threads. So does looking up a host
     * name for a request that the client repeats by itself, a GET whose kept connection has ended or one that the server sends
     * back unread (HTTP/2 GOAWAY). That is rare, and short while the JVM keeps the name (30 seconds, "networkaddress.cache.ttl").
     */
    static HttpClient forCalls(ProxySettings proxies) {
        HttpClient.Builder builder = builder(proxies);
        if (ASKING_CHECKS.stream().noneMatch(Boolean::getBoolean)) {
            builder.executor(Runnable::run);
        }
        return builder.build();
    }

    private static HttpClient.Builder builder(ProxySettings proxies) {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies.selector());
    }

    private HttpRequest httpRequest(Endpoint endpoint, Request request) {
        BodyPublisher publisher = BodyPublishers.noBody();
        HttpRequest.Builder builder = to(endpoint.resolve(request.path()))
                .header("Authorization", endpoint.key().authorization())
                .header("Accept", "application/json");
        if (request.body() != null) {
            publisher = BodyPublishers.ofByteArray(request.body().bytes());
            builder.header("Content-Type", "application/json");
        }
        return builder.method(request.method(), publisher).build();
    }

    private HttpRequest.Builder to(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                // On clear text, HTTP/2 would cost an upgrade header on every request.
                .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("User-Agent", USER_AGENT);
        proxies.get().authorization(address).ifPresent(user -> builder.header("Proxy-Authorization", user));
        return builder;
    }

    private static Reply failed(@Nullable ResponseInfo head, @Nullable Throwable cause) {
        if (cause instanceof CappedBody.TooLarge) {
            return broken(head, "the answer is larger than " + MAX_ANSWER + " bytes");
        }
        if (message(cause).startsWith(NO_TUNNEL)) {
            return new Reply.NotSent(
                    "no connection: the proxy answered " + message(cause).replaceAll("\\D", ""));
        }
        if (isBeforeSending(cause)) {
            return new Reply.NotSent("no connection (" + kind(cause) + ")");
        }
        return broken(head, "the connection broke (" + kind(cause) + ")");
    }

    private static Reply broken(@Nullable ResponseInfo head, String problem) {
        return head == null
                ? new Reply.Unanswered(problem)
                : new Reply.Broken(head.statusCode(), head.headers(), problem);
    }

    private static boolean isBeforeSending(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException
                // Above the server's HTTP/2 stream limit.
                || message(cause).contains("too many concurrent streams");
    }

    private static String message(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    }

    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }

    private static String version() {
        String version = Transport.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** A value that is made when it is first asked for. */
    private static final class Lazy<T> {

        private final Supplier<T> source;
        private final ReentrantLock making = new ReentrantLock();
        private volatile @Nullable T value;

        Lazy(Supplier<T> source) {
            this.source = source;
        }

        T get() {
            T history = value;
            if (history != null) {
                return history;
            }
            making.lock();
            try {
                history = value;
                if (history == null) {
                    history = source.get();
                    value = history;
                }
                return history;
            } finally {
                making.unlock();
            }
        }
    }
}

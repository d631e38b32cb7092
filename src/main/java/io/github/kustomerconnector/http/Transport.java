package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
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
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and returns its reply. It pools connections. It follows no redirect, because the key must not
 * reach another server. The time limit covers the body, which {@code HttpRequest.timeout} does not cover, but it does
 * not stop the look-up of a host name. It is safe for use by many threads.
 */
final class Transport {

    /** The largest answer that is read, in bytes. The engine accepts messages of up to 4 MB. */
    static final int MAX_ANSWER_BYTES = 2 * 1024 * 1024;

    /**
     * The JDK's message for a 204 that announces a body. A 204 has none (RFC 9110, 15.3.5), but some proxies and
     * simulated servers announce one.
     */
    private static final String LENGTH_OF_204 = "unexpected content length header with 204 response";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /**
     * The system properties that make the certificate check send requests to other servers ("PKIX", Java Security
     * Developer's Guide).
     */
    static final List<String> ONLINE_CERTIFICATE_CHECKS =
            List.of("com.sun.net.ssl.checkRevocation", "com.sun.security.enableAIAcaIssuers");

    private static final String USER_AGENT = "camunda-8-connector-kustomer/" + version();

    private final Lazy<ProxySettings> proxies;
    private final Lazy<HttpClient> http;
    private final Lazy<HttpClient> uploads;
    private final LongSupplier nanoTime;

    /**
     * Builds no client yet, because a connector runtime instantiates all connectors at its start, even unused ones.
     *
     * @param proxies evaluated when the first request is sent
     */
    Transport(Supplier<ProxySettings> proxies) {
        this.proxies = new Lazy<>(proxies);
        http = new Lazy<>(() -> forCalls(this.proxies.get()));
        // Uploads need threads, because reading a document may block and one thread serves all connections.
        uploads = new Lazy<>(() -> builder(this.proxies.get()).build());
        nanoTime = System::nanoTime;
    }

    /** A transport with the given client. */
    Transport(HttpClient client, LongSupplier nanoTime) {
        proxies = new Lazy<>(() -> new ProxySettings(Map.of()));
        http = new Lazy<>(() -> client);
        uploads = http;
        this.nanoTime = nanoTime;
    }

    /**
     * Returns network failures as replies. The JDK's client sends a POST, PUT or DELETE only once.
     *
     * @param limit the time limit, from now to the last byte of the answer
     * @throws KustomerException with {@link Failure.InvalidInput} if the proxy settings are invalid
     */
    Reply send(Endpoint endpoint, Request request, Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            return new Reply.NotSent("no time was left");
        }
        return send(http.get(), httpRequest(endpoint, request), limit);
    }

    /**
     * Sends a file to the file store, without the API key; otherwise as {@link #send(Endpoint, Request, Duration)}.
     *
     * @param content the file, with the length that the form gives
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
     * Fetches a file from the file store, without the API key.
     *
     * @param most the largest size of the file in bytes
     * @param sink takes the content while it is received; the time limit includes it
     */
    <T> DownloadReply<T> download(URI address, long most, Duration limit, FileSink<T> sink) {
        if (limit.isNegative() || limit.isZero()) {
            return new DownloadReply.Failed<>(null, "no time was left for the download");
        }
        return new Download(uploads.get(), nanoTime, limit)
                .fetch(to(address).GET().build(), most, sink);
    }

    /**
     * Waits for the body directly, because the JDK's client completes its own future in an additional thread. An
     * interrupted thread sends nothing, because it would close the connection that it writes to.
     */
    private Reply send(HttpClient client, HttpRequest request, Duration limit) {
        if (Thread.currentThread().isInterrupted()) {
            return new Reply.NotSent("the thread was interrupted");
        }
        CappedBody body = new CappedBody(MAX_ANSWER_BYTES);
        long start = nanoTime.getAsLong();
        CompletableFuture<HttpResponse<Body>> pending = client.sendAsync(request, body);
        CompletableFuture<HttpResponse<Body>> unused =
                pending.whenComplete((response, problem) -> failIfIncomplete(body, response, problem));
        try {
            return body.await(limit.minusNanos(nanoTime.getAsLong() - start));
        } catch (TimeoutException e) {
            boolean isUnsent = isUnsent(request);
            pending.cancel(true);
            return isUnsent
                    ? new Reply.NotSent(problem(request.uri()).late(limit))
                    : incomplete(body.head(), "no complete answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            boolean isUnsent = isUnsent(request);
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return isUnsent
                    ? new Reply.NotSent("the thread was interrupted while it waited for a connection")
                    : incomplete(body.head(), "the thread was interrupted while it waited");
        } catch (ExecutionException e) {
            return failed(request.uri(), body.head(), e.getCause());
        }
    }

    private static boolean isUnsent(HttpRequest request) {
        return request.bodyPublisher().orElse(null) instanceof RequestBody body && body.withdraw();
    }

    private static void failIfIncomplete(
            CappedBody body, @Nullable HttpResponse<Body> response, @Nullable Throwable problem) {
        if (problem != null) {
            body.fail(problem);
        } else if (response != null && body.head() == null) {
            // The proxy requires a password. The JDK's client returns its answer as the server's, but without a body.
            body.fail(new IOException(ConnectionProblem.NO_TUNNEL + ", got: " + response.statusCode()));
        }
    }

    /**
     * The client of calls. It runs its tasks in the thread that reads from the network, because they do not block, with
     * two exceptions. An online certificate check blocks, so the client has threads if the JVM is configured for such
     * checks. The look-up of a host name blocks too when the client itself repeats a request. It repeats a GET whose
     * pooled connection has ended, and a request that the server returns unread (HTTP/2 GOAWAY). This is rare, and
     * short while the JVM caches the name (30 seconds, "networkaddress.cache.ttl").
     */
    static HttpClient forCalls(ProxySettings proxies) {
        HttpClient.Builder builder = builder(proxies);
        if (ONLINE_CERTIFICATE_CHECKS.stream().noneMatch(Boolean::getBoolean)) {
            builder.executor(Runnable::run);
        }
        return builder.build();
    }

    private static HttpClient.Builder builder(ProxySettings proxies) {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies.selector());
    }

    private HttpRequest httpRequest(Endpoint endpoint, Request request) {
        BodyPublisher publisher = BodyPublishers.noBody();
        HttpRequest.Builder builder = to(endpoint.resolve(request.path()))
                .header("Authorization", endpoint.key().authorization())
                .header("Accept", "application/json");
        if (request.body() != null) {
            publisher = new RequestBody(request.body());
            builder.header("Content-Type", "application/json");
        }
        return builder.method(request.method(), publisher).build();
    }

    private HttpRequest.Builder to(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                // Without TLS, the JDK adds an upgrade header to each request if HTTP/2 is enabled.
                .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("User-Agent", USER_AGENT);
        proxies.get().authorization(address).ifPresent(user -> builder.header("Proxy-Authorization", user));
        return builder;
    }

    private Reply failed(URI address, @Nullable ResponseInfo head, @Nullable Throwable cause) {
        if (cause != null && LENGTH_OF_204.equals(cause.getMessage())) {
            return new Reply.Complete(204, HttpHeaders.of(Map.of(), (name, value) -> true), Body.EMPTY);
        }
        if (cause instanceof CappedBody.UnreadableEncodingException encoding) {
            return incomplete(head, encoding.problem());
        }
        if (cause instanceof CappedBody.TooLargeException) {
            return incomplete(head, "the answer is larger than " + MAX_ANSWER_BYTES + " bytes");
        }
        return problem(address)
                .reason(cause)
                .<Reply>map(Reply.NotSent::new)
                .orElseGet(() -> incomplete(head, "the connection broke (" + kind(cause) + ")"));
    }

    private ConnectionProblem problem(URI address) {
        String proxy = proxies.get().proxyName(address).orElse(null);
        return new ConnectionProblem(address, proxy, CONNECT_TIMEOUT);
    }

    private static Reply incomplete(@Nullable ResponseInfo head, String problem) {
        return head == null
                ? new Reply.NoAnswer(problem)
                : new Reply.Incomplete(head.statusCode(), head.headers(), problem);
    }

    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }

    private static String version() {
        String version = Transport.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}

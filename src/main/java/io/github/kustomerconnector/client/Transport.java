package io.github.kustomerconnector.client;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and says what came of it. Connections are pooled and kept; redirects are not followed, since the key
 * must not go elsewhere; the time limit covers the body ({@code HttpRequest.timeout} does not). Safe for use by many
 * threads.
 */
final class Transport {

    /** The largest answer that is read, in bytes; the engine takes messages of up to 4 MB. */
    static final int MAX_ANSWER = 2 * 1024 * 1024;

    private static final String USER_AGENT = "camunda-8-connector-kustomer/" + version();

    private final Supplier<HttpClient> source;
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable HttpClient http;

    /**
     * Builds nothing yet: a connector runtime makes its connectors at start, whether they are used or not.
     *
     * @param proxies asked once, when the first request is sent
     */
    Transport(Supplier<ProxySettings> proxies) {
        source = () -> build(proxies.get());
    }

    /** Over a client that is there already. */
    Transport(HttpClient client) {
        source = () -> client;
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
        return send(httpRequest(endpoint, request), limit);
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
        return send(request, limit);
    }

    private Reply send(HttpRequest request, Duration limit) {
        CappedBody body = new CappedBody(MAX_ANSWER);
        CompletableFuture<HttpResponse<Body>> pending = client().sendAsync(request, body);
        try {
            HttpResponse<Body> response = pending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Reply.Answered(response.statusCode(), response.headers(), response.body());
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

    private HttpClient client() {
        HttpClient built = http;
        if (built != null) {
            return built;
        }
        building.lock();
        try {
            built = http;
            if (built == null) {
                built = source.get();
                http = built;
            }
            return built;
        } finally {
            building.unlock();
        }
    }

    private static HttpClient build(ProxySettings proxies) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies.selector());
        proxies.authenticator().ifPresent(builder::authenticator);
        return builder.build();
    }

    private static HttpRequest httpRequest(Endpoint endpoint, Request request) {
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

    private static HttpRequest.Builder to(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        return HttpRequest.newBuilder(address)
                // On clear text, HTTP/2 would cost an upgrade header on every request.
                .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("User-Agent", USER_AGENT);
    }

    private static Reply failed(@Nullable ResponseInfo head, @Nullable Throwable cause) {
        if (cause instanceof CappedBody.TooLarge) {
            return broken(head, "the answer is larger than " + MAX_ANSWER + " bytes");
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
                || isAboveStreamLimit(cause);
    }

    /** The JDK refuses a request above the server's HTTP/2 stream limit before it sends anything of it. */
    private static boolean isAboveStreamLimit(@Nullable Throwable cause) {
        return cause instanceof IOException
                && cause.getMessage() != null
                && cause.getMessage().contains("too many concurrent streams");
    }

    private static String kind(@Nullable Throwable cause) {
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }

    private static String version() {
        String version = Transport.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}

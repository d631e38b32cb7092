package io.github.kustomerconnector.http;

import io.github.kustomerconnector.json.Body;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body of limited size, and cancels the exchange if the body is larger. It keeps status and headers, because
 * they are valid even if the body is lost. It decodes a compressed body, which no request asks for, but which some
 * proxies send; the limit applies to the decoded body too. For one exchange.
 */
final class CappedBody implements BodyHandler<Body> {

    /** The initial buffer size in bytes where {@code Content-Length} is missing or too large. A usual record fits. */
    private static final int INITIAL_SIZE = 4096;

    /** A name of an encoding that a message may show. */
    private static final Pattern ENCODING = Pattern.compile("br|zstd|compress|aes128gcm|dcb|dcz|exi|pack200-gzip");

    private final int limit;
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private volatile @Nullable ResponseInfo head;

    /** @param limit the largest body, in bytes */
    CappedBody(int limit) {
        this.limit = limit;
    }

    /** Status and headers; null until they are received. */
    @Nullable ResponseInfo head() {
        return head;
    }

    /**
     * Waits for the last byte and returns the answer.
     *
     * @throws ExecutionException if the exchange failed; its cause is the reason
     */
    Reply.Complete await(Duration timeout) throws InterruptedException, ExecutionException, TimeoutException {
        Body content = body.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        ResponseInfo answer = Objects.requireNonNull(head, "the headers precede the body");
        return new Reply.Complete(answer.statusCode(), answer.headers(), content.moved());
    }

    /** Ends the wait with a failure. */
    void fail(Throwable problem) {
        boolean isWrapped = problem instanceof CompletionException && problem.getCause() != null;
        body.completeExceptionally(isWrapped ? problem.getCause() : problem);
    }

    @Override
    public BodySubscriber<Body> apply(ResponseInfo responseInfo) {
        head = responseInfo;
        long announced =
                responseInfo.headers().firstValueAsLong("Content-Length").orElse(INITIAL_SIZE);
        String encoding = responseInfo.headers().firstValue("Content-Encoding").orElse("");
        return new Collector(
                announced <= limit ? (int) Math.max(announced, 0) : INITIAL_SIZE,
                encoding.strip().toLowerCase(Locale.ROOT));
    }

    /** The content of a body with the given {@code Content-Encoding} (RFC 9110, 8.4.1). */
    private Body decoded(Body encoded, String encoding) throws IOException {
        if (encoding.isEmpty() || encoding.equals("identity") || encoded.size() == 0) {
            return encoded;
        }
        try (InputStream in = decoder(new ByteArrayInputStream(encoded.bytes()), encoding)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new TooLargeException(limit);
            }
            Body.Builder copy = new Body.Builder(content.length);
            copy.add(ByteBuffer.wrap(content));
            return copy.build();
        } catch (EOFException | ZipException e) {
            throw new UnreadableEncodingException("the body is not valid " + encoding);
        }
    }

    private static InputStream decoder(InputStream encoded, String encoding) throws IOException {
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(encoded);
            case "deflate" -> new InflaterInputStream(encoded);
            default ->
                throw new UnreadableEncodingException("the body has a content encoding that was not asked for"
                        + (ENCODING.matcher(encoding).matches() ? ": " + encoding : ""));
        };
    }

    /** The body is larger than the limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("the body is larger than " + limit + " bytes");
        }
    }

    /** The body has an encoding that can't be decoded. */
    static final class UnreadableEncodingException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String problem;

        UnreadableEncodingException(String problem) {
            super(problem);
            this.problem = problem;
        }

        /** What is wrong with the body. */
        String problem() {
            return problem;
        }
    }

    private final class Collector implements BodySubscriber<Body> {
        private Body.@Nullable Builder builder;
        private final String encoding;
        private @Nullable Subscription subscription;

        Collector(int expected, String encoding) {
            builder = new Body.Builder(expected);
            this.encoding = encoding;
        }

        @Override
        public CompletionStage<Body> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            Body.Builder parts = builder;
            for (ByteBuffer buffer : buffers) {
                if (parts == null || parts.size() + buffer.remaining() > limit) {
                    cancel();
                    return;
                }
                parts.add(buffer);
            }
        }

        @Override
        public void onError(Throwable problem) {
            body.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            Body.Builder parts = builder;
            if (parts == null) {
                return;
            }
            try {
                // The JDK's client refers to the subscriber as long as its connection is pooled.
                builder = null;
                body.complete(decoded(parts.build(), encoding));
            } catch (IOException e) {
                body.completeExceptionally(e);
            }
        }

        private void cancel() {
            builder = null;
            // Complete first, because over HTTP/2 a cancelled exchange reports its own error immediately.
            body.completeExceptionally(new TooLargeException(limit));
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}

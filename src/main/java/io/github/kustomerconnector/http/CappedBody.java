package io.github.kustomerconnector.http;

import io.github.kustomerconnector.json.Body;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body of limited size, and cancels the exchange if the body is larger. It keeps status and headers, because
 * they are valid even if the body is lost. For one exchange.
 */
final class CappedBody implements BodyHandler<Body> {

    /** The initial buffer size in bytes, unless {@code Content-Length} is smaller. A usual record fits. */
    private static final int INITIAL_SIZE = 4096;

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
        return new Reply.Complete(answer.statusCode(), answer.headers(), content);
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
        return new Collector(Math.clamp(announced, 0, INITIAL_SIZE));
    }

    /** The body is larger than the limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("the body is larger than " + limit + " bytes");
        }
    }

    private final class Collector implements BodySubscriber<Body> {
        private final Body.Builder builder;
        private @Nullable Subscription subscription;

        Collector(int expected) {
            builder = new Body.Builder(expected);
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
            for (ByteBuffer buffer : buffers) {
                if (builder.size() + buffer.remaining() > limit) {
                    cancel();
                    return;
                }
                builder.add(buffer);
            }
        }

        @Override
        public void onError(Throwable problem) {
            body.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            body.complete(builder.build());
        }

        private void cancel() {
            // Complete first, because over HTTP/2 a cancelled exchange reports its own error immediately.
            body.completeExceptionally(new TooLargeException(limit));
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}

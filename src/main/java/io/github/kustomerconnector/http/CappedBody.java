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
 * Takes a body up to a number of bytes and gives up on a larger one. Remembers the head of the answer, since an answer
 * whose body is lost has told its status all the same. For one exchange.
 */
final class CappedBody implements BodyHandler<Body> {

    /** What is set aside for a body in bytes, unless it says to be smaller: the usual record and more. */
    private static final int USUAL = 4096;

    private final int limit;
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private volatile @Nullable ResponseInfo head;

    /** @param limit the largest body taken, in bytes */
    CappedBody(int limit) {
        this.limit = limit;
    }

    /** Status and headers; null until they have come. */
    @Nullable ResponseInfo head() {
        return head;
    }

    /**
     * The answer, once its last byte is there.
     *
     * @throws ExecutionException with what broke the exchange
     */
    Reply.Answered whole(Duration timeout) throws InterruptedException, ExecutionException, TimeoutException {
        Body whole = body.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        ResponseInfo answer = Objects.requireNonNull(head, "a body comes after its head");
        return new Reply.Answered(answer.statusCode(), answer.headers(), whole);
    }

    /** Ends the wait: there is no body, or no more of it. */
    void fail(Throwable problem) {
        boolean isWrapped = problem instanceof CompletionException && problem.getCause() != null;
        body.completeExceptionally(isWrapped ? problem.getCause() : problem);
    }

    @Override
    public BodySubscriber<Body> apply(ResponseInfo responseInfo) {
        head = responseInfo;
        long announced =
                responseInfo.headers().firstValueAsLong("Content-Length").orElse(USUAL);
        return new Collector(Math.clamp(announced, 0, USUAL));
    }

    /** The body is larger than the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int limit) {
            super("the body is larger than " + limit + " bytes");
        }
    }

    private final class Collector implements BodySubscriber<Body> {
        private final Body.Coming coming;
        private @Nullable Subscription subscription;

        Collector(int expected) {
            coming = new Body.Coming(expected);
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
                if (coming.size() + buffer.remaining() > limit) {
                    giveUp();
                    return;
                }
                coming.add(buffer);
            }
        }

        @Override
        public void onError(Throwable problem) {
            body.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            body.complete(coming.whole());
        }

        private void giveUp() {
            // First, since over HTTP/2 the cancelled exchange reports an error of its own at once.
            body.completeExceptionally(new TooLarge(limit));
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}

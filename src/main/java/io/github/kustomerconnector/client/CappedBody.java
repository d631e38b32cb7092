package io.github.kustomerconnector.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body up to a number of bytes and gives up on a larger one. Remembers the head of the answer, since an answer
 * whose body is lost has told its status all the same. For one exchange.
 */
final class CappedBody implements BodyHandler<byte[]> {

    private final int limit;
    private volatile @Nullable ResponseInfo head;

    /** @param limit the largest body taken, in bytes */
    CappedBody(int limit) {
        this.limit = limit;
    }

    /** Status and headers; null until they have come. */
    @Nullable ResponseInfo head() {
        return head;
    }

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo responseInfo) {
        head = responseInfo;
        return new Collector();
    }

    /** The body is larger than the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int limit) {
            super("the body is larger than " + limit + " bytes");
        }
    }

    private final class Collector implements BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        private @Nullable Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
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
                if (bytes.size() + buffer.remaining() > limit) {
                    giveUp();
                    return;
                }
                byte[] chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                bytes.writeBytes(chunk);
            }
        }

        @Override
        public void onError(Throwable problem) {
            body.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }

        private void giveUp() {
            if (subscription != null) {
                subscription.cancel();
            }
            body.completeExceptionally(new TooLarge(limit));
        }
    }
}

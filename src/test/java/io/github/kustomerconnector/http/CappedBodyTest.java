package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kustomerconnector.json.Body;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow.Subscription;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CappedBodyTest {

    private static final int LIMIT = 10;

    private record Head(int statusCode, HttpHeaders headers, Version version) implements ResponseInfo {}

    private final class Recorded implements Subscription {
        private long requested;
        private boolean cancelled;

        @Override
        public void request(long count) {
            requested += count;
        }

        @Override
        public void cancel() {
            cancelled = true;
            // As over HTTP/2.
            subscriber.onError(new IOException("Stream cancelled"));
        }
    }

    private final ResponseInfo head = new Head(200, HttpHeaders.of(Map.of(), (name, value) -> true), Version.HTTP_1_1);
    private final CappedBody handler = new CappedBody(LIMIT);
    private final BodySubscriber<Body> subscriber = handler.apply(head);
    private final Recorded subscription = new Recorded();

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "0123456789"})
    void takes_a_body_up_to_the_limit(String text) {
        subscriber.onSubscribe(subscription);

        subscriber.onNext(buffers(text));
        subscriber.onComplete();

        assertThat(body().join()).asString(StandardCharsets.US_ASCII).isEqualTo(text);
        assertThat(subscription.cancelled).isFalse();
    }

    @Test
    void puts_the_parts_together() {
        subscriber.onSubscribe(subscription);

        subscriber.onNext(buffers("01", "2", ""));
        subscriber.onNext(buffers("3456789"));
        subscriber.onComplete();

        assertThat(body().join()).asString(StandardCharsets.US_ASCII).isEqualTo("0123456789");
    }

    @Test
    void gives_up_on_one_byte_more() {
        subscriber.onSubscribe(subscription);

        subscriber.onNext(buffers("0123456789a"));

        assertThat(subscription.cancelled).isTrue();
        assertThatThrownBy(() -> body().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(CappedBody.TooLargeException.class)
                .hasMessageContaining("larger than 10 bytes");
    }

    @Test
    void counts_the_parts_together() {
        subscriber.onSubscribe(subscription);

        subscriber.onNext(buffers("01234", "56789", "a"));

        assertThat(subscription.cancelled).isTrue();
        assertThat(body()).isCompletedExceptionally();
    }

    @Test
    void stays_given_up_whatever_comes_after() {
        subscriber.onSubscribe(subscription);
        subscriber.onNext(buffers("0123456789a"));

        subscriber.onNext(buffers("b"));
        subscriber.onComplete();

        assertThat(body()).isCompletedExceptionally();
    }

    @Test
    void passes_on_that_the_body_broke() {
        subscriber.onSubscribe(subscription);
        IOException broken = new IOException("reset");

        subscriber.onNext(buffers("012"));
        subscriber.onError(broken);

        assertThatThrownBy(() -> body().join()).hasCause(broken);
    }

    @Test
    void asks_for_everything_at_once() {
        subscriber.onSubscribe(subscription);

        assertThat(subscription.requested).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void remembers_the_head_as_soon_as_it_has_come() {
        CappedBody fresh = new CappedBody(LIMIT);

        assertThat(fresh.head()).isNull();
        assertThat(handler.head()).isSameAs(head);
    }

    private CompletableFuture<byte[]> body() {
        return subscriber.getBody().thenApply(Body::bytes).toCompletableFuture();
    }

    private static List<ByteBuffer> buffers(String... texts) {
        return Stream.of(texts)
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }
}

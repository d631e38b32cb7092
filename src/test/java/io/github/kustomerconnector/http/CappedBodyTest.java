package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kustomerconnector.json.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow.Subscription;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
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
            // HTTP/2 reports the cancellation as an error.
            subscriber.onError(new IOException("Stream cancelled"));
        }
    }

    private final ResponseInfo head = new Head(200, HttpHeaders.of(Map.of(), (name, value) -> true), Version.HTTP_1_1);
    private final CappedBody handler = new CappedBody(LIMIT);
    private final BodySubscriber<Body> subscriber = handler.apply(head);
    private final Recorded subscription = new Recorded();

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "deflate"})
    void decodes_a_compressed_body(String encoding) {
        assertThat(decoded(encoding, compressed(encoding, "0123456789")).join())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("0123456789");
        assertThat(decoded(encoding, new byte[0]).join()).isEmpty();
    }

    @Test
    void limits_a_body_after_it_is_decoded() {
        byte[] bomb = compressed("gzip", "0".repeat(1_000_000));

        assertThatThrownBy(() -> decoded("gzip", bomb).join()).hasCauseInstanceOf(CappedBody.TooLargeException.class);
    }

    @Test
    void names_an_encoding_that_it_does_not_decode() {
        byte[] valid = compressed("gzip", "0123456789");

        assertThatThrownBy(() -> decoded("br", new byte[] {1}).join())
                .hasCauseInstanceOf(CappedBody.UnreadableEncodingException.class)
                .hasMessageEndingWith("a content encoding that was not asked for: br");
        assertThatThrownBy(() ->
                        decoded("gzip", Arrays.copyOf(valid, valid.length - 3)).join())
                .hasMessageEndingWith("the body is not valid gzip");
        assertThatThrownBy(() -> decoded("gzip", "{}".getBytes(StandardCharsets.US_ASCII))
                        .join())
                .hasMessageEndingWith("the body is not valid gzip");
    }

    private static CompletableFuture<byte[]> decoded(String encoding, byte[] bytes) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Encoding", List.of(encoding)), (name, value) -> true);
        // Compressed, a short text is longer than the limit of the other tests.
        BodySubscriber<Body> reading = new CappedBody(2000).apply(new Head(200, headers, Version.HTTP_1_1));
        reading.onNext(List.of(ByteBuffer.wrap(bytes)));
        reading.onComplete();
        return reading.getBody().thenApply(Body::bytes).toCompletableFuture();
    }

    private static byte[] compressed(String encoding, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                encoding.equals("deflate") ? new DeflaterOutputStream(bytes) : new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void keeps_no_bytes_after_the_answer_is_taken() throws Exception {
        subscriber.onSubscribe(subscription);
        subscriber.onNext(buffers("0123456789"));
        subscriber.onComplete();

        Reply.Complete answer = handler.await(Duration.ofSeconds(10));

        assertThat(answer.body().bytes()).asString(StandardCharsets.US_ASCII).isEqualTo("0123456789");
        assertThat(body().join()).as("what the JDK's client refers to").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "0123456789"})
    void accepts_a_body_up_to_the_limit(String text) {
        subscriber.onSubscribe(subscription);

        subscriber.onNext(buffers(text));
        subscriber.onComplete();

        assertThat(body().join()).asString(StandardCharsets.US_ASCII).isEqualTo(text);
        assertThat(subscription.cancelled).isFalse();
    }

    @Test
    void joins_the_parts() {
        subscriber.onSubscribe(subscription);

        subscriber.onNext(buffers("01", "2", ""));
        subscriber.onNext(buffers("3456789"));
        subscriber.onComplete();

        assertThat(body().join()).asString(StandardCharsets.US_ASCII).isEqualTo("0123456789");
    }

    @Test
    void rejects_a_body_one_byte_over_the_limit() {
        subscriber.onSubscribe(subscription);

        subscriber.onNext(buffers("0123456789a"));

        assertThat(subscription.cancelled).isTrue();
        assertThatThrownBy(() -> body().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(CappedBody.TooLargeException.class)
                .hasMessageContaining("larger than 10 bytes");
    }

    @Test
    void the_limit_holds_for_all_parts_together() {
        subscriber.onSubscribe(subscription);

        subscriber.onNext(buffers("01234", "56789", "a"));

        assertThat(subscription.cancelled).isTrue();
        assertThat(body()).isCompletedExceptionally();
    }

    @Test
    void stays_rejected_when_more_data_arrives() {
        subscriber.onSubscribe(subscription);
        subscriber.onNext(buffers("0123456789a"));

        subscriber.onNext(buffers("b"));
        subscriber.onComplete();

        assertThat(body()).isCompletedExceptionally();
    }

    @Test
    void reports_an_error_of_the_connection() {
        subscriber.onSubscribe(subscription);
        IOException broken = new IOException("reset");

        subscriber.onNext(buffers("012"));
        subscriber.onError(broken);

        assertThatThrownBy(() -> body().join()).hasCause(broken);
    }

    @Test
    void requests_the_whole_body_at_once() {
        subscriber.onSubscribe(subscription);

        assertThat(subscription.requested).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void keeps_the_head_as_soon_as_it_arrives() {
        CappedBody fresh = new CappedBody(LIMIT);

        assertThat(fresh.head()).isNull();
        assertThat(handler.head()).isSameAs(head);
    }

    @Test
    void reports_the_cause_of_a_completion_exception() {
        IOException cause = new IOException("refused");

        handler.fail(new CompletionException(cause));

        assertThatThrownBy(() -> handler.await(Duration.ofMinutes(1))).hasCause(cause);
    }

    @Test
    void reports_any_other_exception_as_it_is() {
        IOException problem = new IOException("outer", new IOException("inner"));

        handler.fail(problem);

        assertThatThrownBy(() -> handler.await(Duration.ofMinutes(1))).hasCause(problem);
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

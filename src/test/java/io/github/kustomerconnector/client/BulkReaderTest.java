package io.github.kustomerconnector.client;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kustomerconnector.call.BulkSource;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.bulk.RunBulk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document of items is always closed. */
class BulkReaderTest {

    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final Documents documents = reference -> document("[{\"name\":\"Ada\"},{\"name\":\"Grace\"}]");

    @Test
    void closes_the_document() {
        try (BulkReader reader = BulkReader.from(1, call(), documents)) {
            assertThat(reader.next()).containsInstanceOf(BulkReader.Read.Valid.class);
            assertThat(reader.next()).isEmpty();
            assertThat(isClosed).isFalse();
        }

        assertThat(isClosed).isTrue();
    }

    @Test
    void closes_a_document_that_has_fewer_items_than_an_earlier_task_has_sent() {
        assertThatThrownBy(() -> BulkReader.from(3, call(), documents))
                .isInstanceOf(KustomerException.class)
                .hasMessageContaining("must be the same items as in Run Kustomer Bulk, which had 3");

        assertThat(isClosed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void closes_a_document_that_breaks_before_the_first_item_of_the_task(int length) {
        Documents broken = reference -> new BrokenStream(length);

        assertThatThrownBy(() -> BulkReader.from(3, call(), broken))
                .isInstanceOf(KustomerException.class)
                .hasMessageContaining("the document can't be read");

        assertThat(isClosed).isTrue();
    }

    /** The store fails after some characters. */
    private final class BrokenStream extends InputStream {
        private int left;

        BrokenStream(int characters) {
            left = characters;
        }

        @Override
        public int read() throws IOException {
            if (left-- == 0) {
                throw new IOException("the store is gone");
            }
            return '{';
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            into[offset] = (byte) read();
            return 1;
        }

        @Override
        public void close() {
            isClosed.set(true);
        }
    }

    private InputStream document(String items) {
        return new ByteArrayInputStream(items.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                isClosed.set(true);
            }
        };
    }

    private static Call.Bulk call() {
        Call.Bulk call = bound(
                        RunBulk.class, "{\"bulk\":{\"resource\":\"customers\",\"action\":\"create\",\"items\":[]}}")
                .call(TASK);
        return new Call.Bulk(
                call.task(),
                call.plan(),
                new BulkSource.Stored("bulk.items", Json.NOTHING),
                call.start(),
                call.longestWait(),
                call.timeout());
    }
}

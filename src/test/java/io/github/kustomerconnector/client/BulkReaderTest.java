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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

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

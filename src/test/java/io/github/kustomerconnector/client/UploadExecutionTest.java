package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.http.ApiKey;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that fail while they are read. */
class UploadExecutionTest {

    private static final Role ROLE = new Role("any", "any");
    private static final String FOREIGN = "/srv/files/Ann Example, born 1985.pdf";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    @Test
    void a_store_that_does_not_open_a_document_is_reported_without_its_message() {
        assertReported("NoSuchFileException", reference -> {
            throw new NoSuchFileException(FOREIGN);
        });
    }

    @Test
    void the_cause_is_named_because_it_is_more_specific() {
        assertReported("IllegalStateException", reference -> {
            throw new IOException(FOREIGN, new IllegalStateException(FOREIGN));
        });
    }

    @Test
    void a_stream_that_breaks_is_reported_without_its_message() {
        Failure failure = failure(reference -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(FOREIGN);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException(FOREIGN);
            }
        });

        assertThat(failure).isInstanceOf(Failure.Unavailable.class);
        assertThat(failure.message()).startsWith("note.attachments[0]: ").doesNotContain("Ann", "/srv");
    }

    @Test
    void a_stream_that_does_not_close_is_reported_without_its_message() {
        assertThat(failure(reference -> unclosable(new IOException(FOREIGN))).message())
                .startsWith("note.attachments[0]: ")
                .doesNotContain("Ann", "/srv");
        assertThat(failure(reference -> unclosable(new UncheckedIOException(new NoSuchFileException(FOREIGN))))
                        .message())
                .startsWith("note.attachments[0]: ")
                .doesNotContain("Ann", "/srv");
    }

    private void assertReported(String kind, Documents documents) {
        Failure failure = failure(documents);

        assertThat(failure).isInstanceOf(Failure.Unavailable.class);
        assertThat(failure.message()).isEqualTo("note.attachments[0]: the document can't be read (" + kind + ")");
    }

    private Failure failure(Documents documents) {
        Endpoint endpoint = new Endpoint(kustomer.baseUrl(), ApiKey.of(KustomerSimulator.API_KEY));
        KustomerClient client = KustomerClient.create(Map.of());
        return catchThrowableOfType(
                        KustomerException.class, () -> client.carryOut(endpoint, createWithDocument(), documents))
                .failure();
    }

    private Call.Create createWithDocument() {
        String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(kustomer.seedCustomer("{}")));
        Json file = Json.object(
                Map.of("name", Json.of("a.txt"), "contentType", Json.of("text/plain"), "contentLength", Json.of(1)));
        Request announce =
                new Request("PUT", Path.of("/v1/attachments/{id}", "5f9f1a2b3c4d5e6f7a8b9c0d"), Body.of(file), ROLE);
        Request create = new Request(
                "POST",
                Path.of("/v1/conversations/{id}/notes", conversation),
                Body.of(Json.object(Map.of("body", Json.of("See the bill")))),
                ROLE);
        IdempotencyPolicy policy = new IdempotencyPolicy(
                IdempotencyPolicy.Protection.NONE,
                List.of(),
                OnDuplicate.RETURN_EXISTING,
                found -> false,
                (lookup, found) -> Optional.empty(),
                found -> Optional.empty());
        Identity task = Identity.ofTask("", 1, 1, "test");
        Upload upload = new Upload("note.attachments[0]", announce, "a.txt", "text/plain", 1, Json.NULL);
        return new Call.Create(task, task, create, Duration.ofSeconds(10), policy, List.of(upload));
    }

    private static InputStream unclosable(Exception problem) {
        return new ByteArrayInputStream(new byte[] {7}) {
            @Override
            public void close() throws IOException {
                switch (problem) {
                    case IOException checked -> throw checked;
                    case RuntimeException unchecked -> throw unchecked;
                    default -> throw new AssertionError(problem);
                }
            }
        };
    }
}

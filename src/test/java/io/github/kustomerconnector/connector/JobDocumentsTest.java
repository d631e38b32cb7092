package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.connector.api.document.Document;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

@ExtendWith(MockitoExtension.class)
final class JobDocumentsTest {
    private static final String ADDRESS = "https://store.example.org/a?signature=x";

    @Mock
    private OutboundConnectorContext store;

    @Mock
    private Document document;

    @Test
    void opens_the_document_of_the_reference() throws IOException {
        when(document.asInputStream()).thenReturn(new ByteArrayInputStream(new byte[] {7}));
        when(store.resolve(assertArg(reference -> assertThat(reference)
                        .isInstanceOfSatisfying(CamundaDocumentReference.class, camunda -> {
                            assertThat(camunda.getStoreId()).isEqualTo("s");
                            assertThat(camunda.getDocumentId()).isEqualTo("d");
                            assertThat(camunda.getContentHash()).isEqualTo("h");
                            assertThat(camunda.getMetadata()).isNull();
                        }))))
                .thenReturn(document);

        try (InputStream content =
                new JobDocuments(store).open(json("{\"storeId\":\"s\",\"documentId\":\"d\",\"contentHash\":\"h\"}"))) {
            assertThat(content).hasBinaryContent(new byte[] {7});
        }
    }

    @Test
    void a_document_that_the_store_does_not_find_fails_without_the_address_of_the_store() {
        when(store.resolve(any())).thenThrow(new IllegalArgumentException("no document at " + ADDRESS));

        assertUnreadable("IllegalArgumentException");
    }

    @Test
    void a_document_that_the_store_does_not_open_fails_without_the_address_of_the_store() {
        when(document.asInputStream()).thenThrow(new IllegalStateException("no answer from " + ADDRESS));
        when(store.resolve(any())).thenReturn(document);

        assertUnreadable("IllegalStateException");
    }

    @Test
    void a_document_that_the_store_does_not_read_to_its_end_fails_without_the_address_of_the_store()
            throws IOException {
        InputStream broken = mock(InputStream.class, call -> {
            throw new IllegalStateException("no answer from " + ADDRESS);
        });
        when(document.asInputStream()).thenReturn(broken);
        when(store.resolve(any())).thenReturn(document);
        InputStream content = new JobDocuments(store).open(json("{\"documentId\":\"d\"}"));

        for (ThrowingCallable use : List.<ThrowingCallable>of(
                content::read, content::readAllBytes, content::available, () -> content.skip(1), content::close)) {
            assertThatIOException().isThrownBy(use).withMessage("the document can't be read (IllegalStateException)");
        }
    }

    private void assertUnreadable(String kind) {
        assertThatIOException()
                .isThrownBy(() -> new JobDocuments(store).open(json("{\"documentId\":\"d\"}")))
                .withMessage("the document can't be read (%s)", kind);
    }
}

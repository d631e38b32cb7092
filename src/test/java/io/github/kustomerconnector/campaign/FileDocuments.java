package io.github.kustomerconnector.campaign;

import io.camunda.connector.api.document.DocumentCreationRequest;
import io.camunda.connector.api.document.DocumentLinkParameters;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.camunda.connector.runtime.core.document.CamundaDocumentReferenceImpl;
import io.camunda.connector.runtime.core.document.DocumentMetadataImpl;
import io.camunda.connector.runtime.core.document.store.CamundaDocumentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** A document store in a folder, which outlives a killed runtime. A document is read as a stream. */
record FileDocuments(Path folder) implements CamundaDocumentStore {

    static final String STORE = "files";

    @Override
    public CamundaDocumentReference createDocument(DocumentCreationRequest request) {
        String id = UUID.randomUUID().toString();
        try (InputStream content = request.content()) {
            Files.copy(content, folder.resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CamundaDocumentReferenceImpl(
                STORE,
                id,
                "none",
                new DocumentMetadataImpl(request.contentType(), null, null, request.fileName(), null, null, Map.of()));
    }

    @Override
    public InputStream getDocumentContent(CamundaDocumentReference reference) {
        try {
            return Files.newInputStream(folder.resolve(reference.getDocumentId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void deleteDocument(CamundaDocumentReference reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String generateLink(CamundaDocumentReference reference, DocumentLinkParameters parameters) {
        throw new UnsupportedOperationException();
    }
}

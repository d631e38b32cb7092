package io.github.kustomerconnector.connector;

import io.camunda.connector.api.document.DocumentCreationRequest;
import io.camunda.connector.api.document.DocumentFactory;
import io.camunda.connector.api.document.DocumentMetadata;
import io.camunda.connector.api.document.DocumentReference;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.NewDocument;
import io.github.kustomerconnector.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads documents from Camunda's document store, and stores new ones. */
record JobDocuments(DocumentFactory store) implements Documents {

    @Override
    public InputStream open(Json reference) throws IOException {
        try {
            return new DocumentStream(store.resolve(Reference.of(reference)).asInputStream());
        } catch (RuntimeException e) {
            throw DocumentStream.unreadable(e);
        }
    }

    /**
     * Stores a text as a new document.
     *
     * @param name the name of the file
     * @return the reference, as the connector runtime writes it into a process variable
     * @throws IOException if the store does not take it
     */
    Json write(String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return store(new NewDocument(name, "text/plain", new ByteArrayInputStream(content)));
    }

    @Override
    public Json store(NewDocument document) throws IOException {
        try {
            DocumentReference reference = store.create(DocumentCreationRequest.from(document.content())
                            .fileName(document.fileName())
                            .contentType(document.contentType())
                            .build())
                    .reference();
            if (reference instanceof CamundaDocumentReference stored) {
                return StoredDocument.reference(stored);
            }
        } catch (RuntimeException e) {
            // Show only the exception's type, because its message may contain an address.
            throw new IOException(
                    "the document can't be stored (" + e.getClass().getSimpleName() + ")", e);
        }
        throw new IOException("the document store returned no document reference");
    }

    private record Reference(
            @Nullable String storeId,
            String documentId,
            @Nullable String contentHash) implements CamundaDocumentReference {

        static Reference of(Json reference) {
            return new Reference(
                    reference.field("storeId").flatMap(Json::text).orElse(null),
                    reference.field("documentId").flatMap(Json::text).orElseThrow(),
                    reference.field("contentHash").flatMap(Json::text).orElse(null));
        }

        @Override
        public String getDocumentId() {
            return documentId;
        }

        @Override
        public @Nullable String getStoreId() {
            return storeId;
        }

        @Override
        public @Nullable String getContentHash() {
            return contentHash;
        }

        /** Null, because the store needs no metadata to return the content. */
        @Override
        public @Nullable DocumentMetadata getMetadata() {
            return null;
        }
    }
}

package io.github.kustomerconnector.connector;

import io.camunda.connector.api.document.DocumentCreationRequest;
import io.camunda.connector.api.document.DocumentFactory;
import io.camunda.connector.api.document.DocumentMetadata;
import io.camunda.connector.api.document.DocumentReference;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and creates documents in Camunda's document store. */
record JobDocuments(DocumentFactory store) implements Documents {

    @Override
    public InputStream open(Json reference) throws IOException {
        try {
            return store.resolve(Reference.of(reference)).asInputStream();
        } catch (RuntimeException e) {
            // Show only the exception's type, because its message may contain an address.
            throw new IOException("the document can't be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    @Override
    public Json create(String fileName, String contentType, byte[] content) throws IOException {
        try {
            DocumentReference reference = store.create(DocumentCreationRequest.from(content)
                            .fileName(fileName)
                            .contentType(contentType)
                            .build())
                    .reference();
            if (reference instanceof CamundaDocumentReference camunda) {
                return json(camunda, fileName, contentType, content.length);
            }
        } catch (RuntimeException e) {
            // Show only the exception's type, because its message may contain an address.
            throw new IOException("a document can't be stored (" + e.getClass().getSimpleName() + ")", e);
        }
        throw new IOException("the document store is not Camunda's");
    }

    /** The reference as a process variable contains it. */
    private static Json json(CamundaDocumentReference reference, String fileName, String contentType, long size) {
        return Json.object(put -> {
            put.accept("camunda.document.type", Json.of("camunda"));
            put.accept("storeId", text(reference.getStoreId()));
            put.accept("documentId", Json.of(reference.getDocumentId()));
            put.accept("contentHash", text(reference.getContentHash()));
            put.accept(
                    "metadata",
                    Json.object(Map.of(
                            "fileName",
                            Json.of(fileName),
                            "contentType",
                            Json.of(contentType),
                            "size",
                            Json.of(size))));
        });
    }

    private static Json text(@Nullable String text) {
        return text == null ? Json.NULL : Json.of(text);
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

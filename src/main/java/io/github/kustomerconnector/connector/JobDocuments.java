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
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes documents of Camunda's document store. */
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

    /**
     * Writes a text as a new document.
     *
     * @param name the name of the file
     * @return the reference, as the connector runtime writes it into a process variable
     * @throws IOException if the store does not take it
     */
    Json write(String name, String text) throws IOException {
        try {
            DocumentReference reference = store.create(
                            DocumentCreationRequest.from(text.getBytes(StandardCharsets.UTF_8))
                                    .contentType("text/plain")
                                    .fileName(name)
                                    .build())
                    .reference();
            return json((CamundaDocumentReference) reference, name);
        } catch (RuntimeException e) {
            // Show only the exception's type, because its message may contain an address.
            throw new IOException(
                    "the document can't be written (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static Json json(CamundaDocumentReference reference, String name) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("camunda.document.type", Json.of("camunda"));
        putIfKnown(fields, "storeId", reference.getStoreId());
        fields.put("documentId", Json.of(reference.getDocumentId()));
        putIfKnown(fields, "contentHash", reference.getContentHash());
        fields.put("metadata", Json.object(Map.of("contentType", Json.of("text/plain"), "fileName", Json.of(name))));
        return Json.object(fields);
    }

    private static void putIfKnown(Map<String, Json> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.put(field, Json.of(value));
        }
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

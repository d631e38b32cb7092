package io.github.kustomerconnector.connector;

import io.camunda.connector.api.document.DocumentMetadata;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.ReservedText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reference of a stored document as a process variable contains it, so that other tasks can read the document. */
final class StoredDocument {

    private StoredDocument() {}

    static Json reference(CamundaDocumentReference document) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(ReservedText.DOCUMENT, Json.of("camunda"));
        put(fields, "storeId", document.getStoreId());
        put(fields, "documentId", document.getDocumentId());
        put(fields, "contentHash", document.getContentHash());
        fields.put("metadata", metadata(document.getMetadata()));
        return Json.object(fields);
    }

    private static Json metadata(@Nullable DocumentMetadata metadata) {
        Map<String, Json> fields = new LinkedHashMap<>();
        if (metadata != null) {
            put(fields, "contentType", metadata.getContentType());
            put(fields, "fileName", metadata.getFileName());
            Long size = metadata.getSize();
            if (size != null) {
                fields.put("size", Json.of(size));
            }
            if (metadata.getExpiresAt() != null) {
                put(fields, "expiresAt", metadata.getExpiresAt().toString());
            }
        }
        return Json.object(fields);
    }

    private static void put(Map<String, Json> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, Json.of(value));
        }
    }
}

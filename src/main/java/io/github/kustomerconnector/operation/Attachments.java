package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.field.Formats.integer;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.text;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.ReservedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The attachments of one record. Files in Kustomer are given by id or as objects. Camunda documents are uploaded
 * first.
 *
 * <p>The id of an uploaded file is derived from the task, the document store and the document.
 * {@code PUT /v1/attachments/{id}} creates or replaces, so a repeated upload leaves one file. One instance serves one
 * call.
 */
public final class Attachments {

    /** How a request refers to attachments. */
    public enum ReferenceType {
        /** Only objects. */
        OBJECTS,
        /** Only objects or only ids. */
        OBJECTS_OR_IDS,
        /** Only ids. */
        IDS
    }

    private static final int MAX_ATTACHMENTS = 20;
    private static final Role UPLOAD = new Role("org.permission.message.update", "org.admin.message.write");
    private static final int MAX_TYPE = 256;
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+( *;[ -~]*)?");
    private static final String ANY_BYTES = "application/octet-stream";

    private static final Format FILE = object(
            required("_id", objectId()),
            required("name", text(256)),
            required("contentType", text(256)),
            required("contentLength", integer(0, Integer.MAX_VALUE)),
            optional("sourceId", objectId()));

    private static final Format FILE_ID =
            objectId("is neither a document nor the Kustomer ID of a file: 24 digits from 0-9 and a-f");

    private final TaskIdentity task;
    private final List<Upload> uploads = new ArrayList<>();

    public Attachments(TaskIdentity task) {
        this.task = task;
    }

    /** The format of the field. Its check collects the documents for {@link #uploads()}. */
    public Format format(ReferenceType type) {
        Format elements = list(MAX_ATTACHMENTS, (field, value) -> attachment(field, value, type));
        return (field, value) -> {
            Json checked = elements.check(field, value);
            long objects = checked.elements().stream().filter(Json::isObject).count();
            if (objects > 0 && objects < checked.elements().size()) {
                throw Failure.invalid(
                        field, "mixes IDs with documents or objects: give the files in Kustomer as objects too");
            }
            return checked;
        };
    }

    /** The documents in the checked fields. They are uploaded before the record refers to them. */
    public List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    private Json attachment(String field, Json value, ReferenceType type) {
        if (!value.isObject()) {
            if (type == ReferenceType.OBJECTS) {
                throw Failure.invalid(
                        field, "must be a document, or an object with _id, name, contentType, contentLength");
            }
            return FILE_ID.check(field, value);
        }
        Json file = value.has(ReservedText.DOCUMENT) ? document(field, value) : FILE.check(field, value);
        return type == ReferenceType.IDS ? file.field("_id").orElseThrow() : file;
    }

    private Json document(String field, Json reference) {
        String documentId = reference
                .field("documentId")
                .flatMap(Json::text)
                .orElseThrow(() -> Failure.invalid(field, "is not a document in Camunda's document store"));
        LinkedHashMap<String, Json> file = new LinkedHashMap<>();
        file.put("name", fileName(field, reference));
        file.put("contentType", contentType(reference));
        long length = length(field, reference);
        file.put("contentLength", Json.of(length));
        String store = reference.field("storeId").flatMap(Json::text).orElse("");
        String id =
                task.derived().part("attachment").part(store).part(documentId).objectId();
        Request request =
                new Request("PUT", Path.of("/v1/attachments/{id}", id), BodyBuilder.bounded(field, file), UPLOAD);
        String name = BodyBuilder.text(file, "name").orElseThrow();
        String contentType = BodyBuilder.text(file, "contentType").orElseThrow();
        uploads.add(new Upload(field, request, name, contentType, length, reference));
        file.putFirst("_id", Json.of(id));
        return Json.object(file);
    }

    private static Json fileName(String field, Json reference) {
        Json name = metadata(reference, "fileName", Json.of("attachment"));
        return text(256).check(field + ".metadata.fileName", name);
    }

    /** A document may have a type that names no format, such as {@code pdf} or an image with any subtype. */
    private static Json contentType(Json reference) {
        return Json.of(metadata(reference, "contentType", Json.of(ANY_BYTES))
                .text()
                .map(InvisibleCharacters::normalized)
                .filter(type ->
                        type.length() <= MAX_TYPE && MEDIA_TYPE.matcher(type).matches())
                .orElse(ANY_BYTES));
    }

    private static Json metadata(Json reference, String name, Json otherwise) {
        return reference.at("metadata", name).filter(value -> !value.isBlank()).orElse(otherwise);
    }

    private static long length(String field, Json reference) {
        Json size = reference
                .at("metadata", "size")
                .orElseThrow(() -> Failure.invalid(field, "is a document without metadata.size"));
        Json checked = integer(0, Integer.MAX_VALUE).check(field + ".metadata.size", size);
        long length = Long.parseLong(checked.scalar().orElseThrow());
        if (length > Upload.MAX_BYTES) {
            throw Failure.invalid(field, "has " + length + " bytes, at most " + Upload.MAX_BYTES + " can be uploaded");
        }
        return length;
    }
}

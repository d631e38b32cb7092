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
import io.github.kustomerconnector.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The attachments of a record: files that Kustomer has, by their ids or as objects, and documents of Camunda, which are uploaded
 * first. The id of a document's attachment is derived from the task and the document, so that a repeated upload
 * ({@code PUT /v1/attachments/{id}}, which makes or replaces) leaves one file. For one call.
 */
public final class Attachments {

    /** How a record refers to its attachments. */
    public enum ReferenceType {
        /** As objects. */
        OBJECTS,
        /** As objects, or as ids: all of them in the same way. */
        OBJECTS_OR_IDS,
        /** As ids. */
        IDS
    }

    private static final int MAX_ATTACHMENTS = 20;
    private static final String DOCUMENT_TYPE = "camunda.document.type";
    private static final Role UPLOAD = new Role("org.permission.message.update", "org.admin.message.write");
    private static final Format MEDIA_TYPE = text(
            256, Pattern.compile("[\\w.+-]+/[\\w.+-]+( *;[ -~]*)?"), "is not a media type such as application/pdf");

    private static final Format FILE = object(
            required("_id", objectId()),
            required("name", text(256)),
            required("contentType", text(256)),
            required("contentLength", integer(0, Integer.MAX_VALUE)),
            optional("sourceId", objectId()));

    private final TaskIdentity task;
    private final List<Upload> uploads = new ArrayList<>();

    public Attachments(TaskIdentity task) {
        this.task = task;
    }

    /** What the field takes; documents are noted down for {@link #uploads()}. */
    public Format format(ReferenceType shape) {
        Format elements = list(MAX_ATTACHMENTS, (field, value) -> attachment(field, value, shape));
        return (field, value) -> {
            Json checked = elements.check(field, value);
            long objects = checked.elements().stream().filter(Json::isObject).count();
            if (objects > 0 && objects < checked.elements().size()) {
                throw Failure.invalid(
                        field, "has IDs beside documents or objects: give the files that Kustomer has as objects too");
            }
            return checked;
        };
    }

    /** The documents that were given, to be uploaded before the record refers to them. */
    public List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    private Json attachment(String field, Json value, ReferenceType shape) {
        if (!value.isObject()) {
            if (shape == ReferenceType.OBJECTS) {
                throw Failure.invalid(
                        field, "must be a document, or an object with _id, name, contentType, contentLength");
            }
            return objectId().check(field, value);
        }
        Json file = value.fields().containsKey(DOCUMENT_TYPE) ? document(field, value) : FILE.check(field, value);
        return shape == ReferenceType.IDS ? file.field("_id").orElseThrow() : file;
    }

    private Json document(String field, Json reference) {
        String documentId = reference
                .field("documentId")
                .flatMap(Json::text)
                .orElseThrow(() -> Failure.invalid(field, "is not a document of Camunda's document store"));
        String id = task.derived().part("attachment").part(documentId).objectId();
        Json name =
                text(256).check(field + ".metadata.fileName", metadata(reference, "fileName", Json.of("attachment")));
        Json type = MEDIA_TYPE.check(
                field + ".metadata.contentType",
                metadata(reference, "contentType", Json.of("application/octet-stream")));
        long length = length(field, reference);
        LinkedHashMap<String, Json> file = new LinkedHashMap<>();
        file.put("name", name);
        file.put("contentType", type);
        file.put("contentLength", Json.of(length));
        Request request =
                new Request("PUT", Path.of("/v1/attachments/{id}", id), BodyBuilder.bounded(field, file), UPLOAD);
        uploads.add(new Upload(
                field, request, name.text().orElseThrow(), type.text().orElseThrow(), length, reference));
        file.putFirst("_id", Json.of(id));
        return Json.object(file);
    }

    private static Json metadata(Json reference, String name, Json otherwise) {
        return reference.at("metadata", name).filter(value -> !value.isBlank()).orElse(otherwise);
    }

    private static long length(String field, Json reference) {
        Json size = reference
                .at("metadata", "size")
                .orElseThrow(() -> Failure.invalid(field, "is a document that does not say its size"));
        Json checked = integer(0, Integer.MAX_VALUE).check(field + ".metadata.size", size);
        long length = Long.parseLong(checked.scalar().orElseThrow());
        if (length > Upload.MAX_BYTES) {
            throw Failure.invalid(field, "has " + length + " bytes, at most " + Upload.MAX_BYTES + " are uploaded");
        }
        return length;
    }
}

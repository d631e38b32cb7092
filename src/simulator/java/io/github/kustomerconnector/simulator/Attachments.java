package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The attachments of messages and notes: their records are here, their files in {@link Uploads}. */
final class Attachments {

    private static final String CREATE =
            "org.permission.message.create org.user.message.write org.permission.note.create org.user.note.write";
    private static final String UPSERT = "org.permission.message.update org.admin.message.write";

    private final Records records;
    private final Resources resources;
    private final Uploads uploads;
    private final FileAddresses addresses;

    Attachments(Records records, Resources resources, Uploads uploads, FileAddresses addresses) {
        this.records = records;
        this.resources = resources;
        this.uploads = uploads;
        this.addresses = addresses;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/attachments", CREATE, routed -> announce("", routed, 201)),
                Route.of("PUT", "/v1/attachments/*", UPSERT, routed -> announce(routed.argument(), routed, 200)));
    }

    /** Refuses a body that refers to an attachment whose file was not uploaded. */
    void check(ObjectNode body) {
        body.path("attachments").forEach(attachment -> {
            String id = attachment.path("_id").asText(attachment.asText());
            if (records.find(id).isEmpty() || uploads.file(id).isEmpty()) {
                throw new ApiErrorException(ApiError.of(400, ErrorCode.INVALID, "Unknown attachment")
                        .at("attachments"));
            }
        });
    }

    private Reply announce(String id, RoutedRequest routed, int status) {
        ObjectNode attachment = resources.other(
                "attachment",
                id.isEmpty() ? routed.body() : routed.body().deepCopy().put("id", id));
        attributes(attachment).put("uploaded", false).put("redacted", false);
        records.put(attachment);
        ObjectNode reply = Json.object();
        reply.set("data", attachment);
        ObjectNode upload = reply.putObject("meta").putObject("upload");
        upload.put("url", addresses.upload(routed.request()));
        upload.set("fields", uploads.policy(attachment.path("id").asText(), attachment.path("attributes")));
        return Reply.json(status, reply);
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** Files that messages and notes refer to: announced here, uploaded to {@link Uploads}. */
final class Attachments {

    private static final String CREATE =
            "org.permission.message.create org.user.message.write org.permission.note.create org.user.note.write";
    private static final String UPSERT = "org.permission.message.update org.admin.message.write";

    private final Records records;
    private final Resources resources;
    private final Uploads uploads;
    private final Supplier<String> url;

    /** @param url where files are to be sent */
    Attachments(Records records, Resources resources, Uploads uploads, Supplier<String> url) {
        this.records = records;
        this.resources = resources;
        this.uploads = uploads;
        this.url = url;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/attachments", CREATE, call -> announce("", call, 201)),
                Route.of("PUT", "/v1/attachments/*", UPSERT, call -> announce(call.argument(), call, 200)));
    }

    /** Refuses a body that refers to a file that is not there. */
    void check(ObjectNode body) {
        body.path("attachments").forEach(attachment -> {
            String id = attachment.path("_id").asText(attachment.asText());
            if (records.find(id).isEmpty() || uploads.file(id).isEmpty()) {
                throw new Refusal(
                        Problem.of(400, Reason.INVALID, "Unknown attachment").at("attachments"));
            }
        });
    }

    private Answer announce(String id, Call call, int status) {
        ObjectNode attachment = resources.other(
                "attachment",
                id.isEmpty() ? call.body() : call.body().deepCopy().put("id", id));
        ((ObjectNode) attachment.get("attributes")).put("uploaded", false).put("redacted", false);
        records.put(attachment);
        ObjectNode answer = Json.object();
        answer.set("data", attachment);
        ObjectNode upload = answer.putObject("meta").putObject("upload");
        upload.put("url", url.get());
        upload.set("fields", uploads.policy(attachment.path("id").asText(), attachment.path("attributes")));
        return Answer.json(status, answer);
    }
}

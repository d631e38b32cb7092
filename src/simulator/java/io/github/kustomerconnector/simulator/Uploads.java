package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file store to which clients upload attachments, and from which they fetch them.
 *
 * <p>It is as strict as the real one. The form must contain exactly the issued fields, then the file with the
 * announced length. Requests with an API key are refused.
 */
final class Uploads {

    static final String PATH = "/uploads";

    /** How many announced uploads are kept; then the oldest is dropped. */
    static final int MAX_POLICIES = 10_000;

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data; boundary=\"?([^\"]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition: form-data; name=\"([^\"]*)\".*");

    private record Part(String name, String content) {}

    private record Policy(ObjectNode fields, long length) {}

    private final LatestEntries<String, Policy> policies = new LatestEntries<>(MAX_POLICIES);
    private final StoredFiles files =
            new StoredFiles(Math.min(256 * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8));

    /** Issues the form fields for the upload of one file. */
    ObjectNode policy(String id, JsonNode attributes) {
        ObjectNode fields = Json.object()
                .put("key", "attachments/" + id)
                .put("acl", "private")
                .put("Content-Type", attributes.path("contentType").asText())
                .put("X-Amz-Meta-Attachment-Id", id)
                .put("bucket", "attachments")
                .put("X-Amz-Algorithm", "AWS4-HMAC-SHA256")
                .put("X-Amz-Credential", "simulator/20260101/us-east-1/s3/aws4_request")
                .put("X-Amz-Date", "20260101T000000Z")
                .put("Policy", "cG9saWN5LW9mLQ" + id)
                .put("X-Amz-Signature", "signature-of-" + id);
        policies.put(id, new Policy(fields, attributes.path("contentLength").asLong()));
        return fields;
    }

    /** The uploaded file of an attachment; empty if there is none. */
    Optional<byte[]> file(String id) {
        return files.find(id);
    }

    void put(String id, byte[] content) {
        files.put(id, content);
    }

    void clear() {
        policies.clear();
        files.clear();
    }

    /** Whether the request is one to the file store. */
    static boolean isFor(RecordedRequest request) {
        return request.path().equals(PATH) || request.path().startsWith(PATH + "/");
    }

    Reply reply(RecordedRequest request) {
        return request.method().equals("GET") ? file(request) : stored(request);
    }

    /** An address without its signature, and one with an API key too, are refused. */
    private Reply file(RecordedRequest request) {
        String id = request.path().substring(request.path().lastIndexOf('/') + 1);
        boolean isSigned =
                request.query("signature").filter(("of-" + id)::equals).isPresent();
        Optional<byte[]> file = files.find(id);
        if (!isSigned || request.header("Authorization").isPresent() || file.isEmpty()) {
            return Reply.html(403, "Forbidden");
        }
        String content = new String(file.get(), StandardCharsets.ISO_8859_1);
        return new Reply(200, Map.of("Content-Type", "application/octet-stream"), content);
    }

    private Reply stored(RecordedRequest request) {
        return problem(request)
                .map(problem -> new Reply(
                        400,
                        Map.of("Content-Type", "application/xml"),
                        "<Error><Code>InvalidRequest</Code><Message>" + problem + "</Message></Error>"))
                .orElseGet(() -> Reply.empty(204));
    }

    private Optional<String> problem(RecordedRequest request) {
        if (!request.method().equals("POST")) {
            return Optional.of("only POST");
        }
        if (request.header("Authorization").isPresent()) {
            return Optional.of("Only one auth mechanism allowed");
        }
        if (request.header("Content-Length").isEmpty()) {
            return Optional.of("MissingContentLength");
        }
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        return boundary.matches() ? take(parts(request.body(), boundary.group(1))) : Optional.of("no form");
    }

    private Optional<String> take(List<Part> parts) {
        if (parts.isEmpty() || !parts.getLast().name().equals("file")) {
            return Optional.of("the file must come last");
        }
        ObjectNode fields = Json.object();
        parts.subList(0, parts.size() - 1).forEach(part -> fields.put(part.name(), part.content()));
        String id = fields.path("X-Amz-Meta-Attachment-Id").asText();
        Optional<Policy> policy =
                policies.find(id).filter(issued -> issued.fields().equals(fields));
        if (policy.isEmpty()) {
            return Optional.of("the fields are not those of the policy");
        }
        byte[] file = parts.getLast().content().getBytes(StandardCharsets.ISO_8859_1);
        if (file.length != policy.get().length()) {
            return Optional.of("EntityTooLarge");
        }
        files.put(id, file);
        return Optional.empty();
    }

    /**
     * The parts of a form.
     *
     * @param body as ISO 8859-1 text, one character for each byte
     */
    private static List<Part> parts(String body, String boundary) {
        List<Part> parts = new ArrayList<>();
        String[] pieces = ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary), -1);
        for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
            int end = pieces[i].indexOf("\r\n\r\n");
            for (String header : pieces[i].substring(0, Math.max(0, end)).split("\r\n", -1)) {
                Matcher name = NAME.matcher(header);
                if (name.matches()) {
                    parts.add(new Part(name.group(1), pieces[i].substring(end + 4)));
                }
            }
        }
        return parts;
    }
}

package io.github.kustomerconnector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.json.Json;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;

/**
 * A file as a form ({@code multipart/form-data}, RFC 7578): Kustomer's fields first, the file last ("Create
 * attachment", developer.kustomer.com). The file is streamed, not held in memory.
 *
 * @param boundary separates the parts; must not occur in the file
 * @param fields a JSON object of texts
 */
record UploadForm(String boundary, Json fields, Upload upload) {

    /** A form with a random boundary. */
    static UploadForm of(Json fields, Upload upload) {
        return new UploadForm("kustomer-" + UUID.randomUUID(), fields, upload);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The form with the file's content. It has a known length, because file stores require one. */
    BodyPublisher with(InputStream content) {
        byte[] head = head().getBytes(UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);
        BodyPublisher whole = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head),
                BodyPublishers.ofInputStream(() -> content),
                BodyPublishers.ofByteArray(tail));
        return BodyPublishers.fromPublisher(whole, head.length + upload.length() + tail.length);
    }

    private String head() {
        StringBuilder head = new StringBuilder(2048);
        for (Map.Entry<String, Json> field : fields.fields().entrySet()) {
            head.append(begin(field.getKey()))
                    .append("\r\n\r\n")
                    .append(field.getValue().scalar().orElse(""))
                    .append("\r\n");
        }
        return head.append(begin("file"))
                .append("; filename=\"")
                .append(escaped(upload.name()))
                .append("\"\r\nContent-Type: ")
                .append(upload.contentType())
                .append("\r\n\r\n")
                .toString();
    }

    private String begin(String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escaped(name) + '"';
    }

    /** As browsers do ("Multipart form data", html.spec.whatwg.org). */
    private static String escaped(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}

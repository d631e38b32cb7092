package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.FileCopy;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The description of a file in Kustomer. Kustomer's documentation describes a temporary signed address for downloads,
 * but not the field that has it. This class assumes {@code links.related}, as the example of the vendor suggests.
 *
 * @param url the address of the content; empty if the description has none
 * @param description the attributes as Kustomer returned them
 */
record FileSource(String url, Json description) {

    /** The description of a file that was not read. */
    static final FileSource UNKNOWN = new FileSource("", Json.NOTHING);

    /** A file that Kustomer no longer has. */
    static final FileSource REMOVED = new FileSource("", Json.object(Map.of("redacted", Json.of(true))));

    static final Reading<FileSource> READING = new Reading<>(
            "description of a file",
            body -> body.json()
                    .flatMap(json -> Resource.read(json)
                            .map(file -> new FileSource(
                                    json.at("data", "links", "related")
                                            .or(() -> json.at("links", "related"))
                                            .flatMap(Json::text)
                                            .orElse(""),
                                    file.attributes()))));

    private static final String ANY_BYTES = "application/octet-stream";

    /** Why the file must not be copied, as far as the description shows it. */
    Optional<String> problem() {
        if (description
                .field("redacted")
                .flatMap(Json::scalar)
                .filter("true"::equals)
                .isPresent()) {
            return Optional.of("was removed from the message");
        }
        return description
                .field("contentLength")
                .flatMap(Json::decimal)
                .filter(length -> length.compareTo(BigDecimal.valueOf(FileCopy.MAX_BYTES)) > 0)
                .map(length -> "has " + length.toPlainString() + " bytes, more than " + FileCopy.MAX_BYTES);
    }

    String name() {
        return text("name", "attachment");
    }

    String contentType() {
        return text("contentType", ANY_BYTES);
    }

    private String text(String field, String otherwise) {
        return description
                .field(field)
                .filter(value -> !value.isBlank())
                .flatMap(Json::text)
                .orElse(otherwise);
    }
}

package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Listing;
import io.github.kustomerconnector.json.Resource;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the body of a success is read.
 *
 * @param expected the expected content, as messages name it
 * @param content empty if the body is not what is expected
 * @param noContent the content of a 204; empty if a 204 is not what is expected
 */
public record Reading<T>(String expected, Function<Body, Optional<T>> content, Optional<T> noContent) {

    /** How a body is read where a 204 is not expected. */
    public Reading(String expected, Function<Body, Optional<T>> content) {
        this(expected, content, Optional.empty());
    }

    /** One record, bare or wrapped in {@code data}. */
    public static final Reading<Resource> RECORD = new Reading<>("Kustomer record", Body::record);

    /**
     * The record in the answer to {@code request}. If the path names the record, no other record is accepted. A 204 to
     * an update means that the record has changed; then only its id is known.
     */
    public static Reading<Resource> recordOf(Request request) {
        Optional<String> id = request.path().recordId();
        if (id.isEmpty()) {
            return RequestedIdentifier.in(request.path())
                    .map(Reading::recordWith)
                    .orElseGet(() -> ofTags(request.path()));
        }
        boolean isUpdate = request.method().equals("PUT") || request.method().equals("PATCH");
        return new Reading<>(
                "Kustomer record with the requested ID",
                body -> RECORD.content().apply(body).filter(found -> found.id().equalsIgnoreCase(id.get())),
                isUpdate ? id.map(Resource::known) : Optional.empty());
    }

    /** After a 204 to a change of tags, only the id of the tagged record is known. */
    private static Reading<Resource> ofTags(Path path) {
        Optional<Resource> tagged = path.taggedRecord().flatMap(Path::recordId).map(Resource::known);
        return tagged.isEmpty() ? RECORD : new Reading<>(RECORD.expected(), RECORD.content(), tagged);
    }

    private static Reading<Resource> recordWith(RequestedIdentifier identifier) {
        return new Reading<>(
                "Kustomer record with the requested " + identifier.name(),
                body -> RECORD.content().apply(body).filter(identifier::mayBeOf));
    }

    /** A page of a list. */
    public static final Reading<Listing> LIST = new Reading<>("list of Kustomer records", Listing::read);

    /** Any JSON; JSON null for an empty body. */
    public static final Reading<Json> ANYTHING =
            new Reading<>("JSON value", body -> body.size() == 0 ? Optional.of(Json.NULL) : body.json());
}

package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.field.Formats.integer;
import static io.github.kustomerconnector.field.Formats.number;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.text;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The formats of objects that several kinds of records contain. */
public final class PartFormats {

    /** The sentiment of a customer: {@code {polarity, confidence}}. */
    public static final Format SENTIMENT =
            object(required("polarity", integer(-1, 1)), required("confidence", number(-1, 1)));

    /** The fields of a place that all kinds of places have. */
    private static final List<Formats.Member> PLACE = List.of(
            optional("name", text(256)),
            optional("address", text(256)),
            optional("address2", text(256)),
            optional("address3", text(256)),
            optional("latitude", number(-90, 90)),
            optional("longitude", number(-180, 180)),
            optional("countryCode", text(2)),
            optional("countryName", text(64)),
            optional("regionCode", text(2)),
            optional("regionName", text(128)),
            optional("cityName", text(128)),
            optional("zipCode", text(30)),
            optional("areaCode", text(30)));

    /** Any object. */
    public static final Format OBJECT = PartFormats::anyObject;

    private static final String EXTERNAL_QUEUE = "amazon-connect";
    private static final String QUEUE_PROBLEM =
            Formats.NOT_AN_ID + ". Look it up with GET /v1/routing/queues, because Kustomer accepts no name here";

    private static final Format QUEUE_OBJECT =
            object(optional("id", objectId(QUEUE_PROBLEM)), optional("external", oneOf(EXTERNAL_QUEUE)));

    /** A queue: its id, {@code amazon-connect}, or an object with one of the two. */
    public static final Format QUEUE = PartFormats::queue;

    private PartFormats() {}

    /** A place with {@code more} fields. */
    public static Format location(Formats.Member... more) {
        return object(Stream.concat(Stream.of(more), PLACE.stream()).toArray(Formats.Member[]::new));
    }

    private static Json anyObject(String field, Json value) {
        if (!value.isObject()) {
            throw Failure.invalid(field, "must be an object");
        }
        return value;
    }

    private static Json queue(String field, Json value) {
        if (!value.isObject()) {
            boolean isExternal = value.text()
                    .map(InvisibleCharacters::normalized)
                    .filter(EXTERNAL_QUEUE::equalsIgnoreCase)
                    .isPresent();
            return isExternal
                    ? Json.object(Map.of("external", Json.of(EXTERNAL_QUEUE)))
                    : Json.object(Map.of("id", objectId(QUEUE_PROBLEM).check(field, value)));
        }
        Json queue = QUEUE_OBJECT.check(field, value);
        if (queue.size() == 0) {
            throw Failure.invalid(field, "must have an id or external");
        }
        return queue;
    }
}

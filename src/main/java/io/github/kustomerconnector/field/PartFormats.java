package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.field.Formats.identifier;
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
            optional("countryCode", identifier(2)),
            optional("countryName", text(64)),
            optional("regionCode", identifier(2)),
            optional("regionName", text(128)),
            optional("cityName", text(128)),
            optional("zipCode", identifier(30)),
            optional("areaCode", identifier(30)));

    /** Any object. */
    public static final Format OBJECT = PartFormats::anyObject;

    private static final String EXTERNAL_QUEUE = "amazon-connect";
    private static final String QUEUE_PROBLEM =
            Formats.NOT_AN_ID + ". Look it up with Find Kustomer Record, because Kustomer accepts no name here";

    /** A queue: its id, {@code amazon-connect}, or an object with one of the two. */
    public static final Format QUEUE = queue(objectId(QUEUE_PROBLEM));

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

    /**
     * As {@link #QUEUE}, with another format of the id.
     *
     * @param id accepts what names the queue, and returns its id
     */
    public static Format queue(Format id) {
        Format object = object(optional("id", id), optional("external", oneOf(EXTERNAL_QUEUE)));
        return (field, value) -> {
            if (!value.isObject()) {
                return isExternal(value)
                        ? Json.object(Map.of("external", Json.of(EXTERNAL_QUEUE)))
                        : Json.object(Map.of("id", id.check(field, value)));
            }
            Json queue = object.check(field, value);
            if (queue.size() == 0) {
                throw Failure.invalid(field, "must have an id or external");
            }
            return queue;
        };
    }

    private static boolean isExternal(Json value) {
        return EXTERNAL_QUEUE.equalsIgnoreCase(InvisibleCharacters.normalized(value));
    }
}

package io.github.kustomerconnector.json;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A record as Kustomer returns it.
 *
 * @param id 1 to {@value #LONGEST_ID} letters, digits, {@code -} and {@code _}; 24 hex digits today, but no code
 *     depends on that
 * @param type {@code customer}, {@code conversation}, ...
 * @param attributes a JSON object, empty if the answer has none
 * @param relationships a JSON object, empty if the answer has none
 */
public record Resource(String id, String type, Json attributes, Json relationships) {

    /** Each value that the API key may not read contains it. */
    public static final String MASK = "*";

    /** The maximum number of characters of an id. */
    private static final int LONGEST_ID = 64;

    /**
     * The record in an answer's body, bare or wrapped in {@code data}. The live API wraps it, the older contract does
     * not. Empty if there is no object with an id. Any other text as id is no id, because ids get into messages, links
     * and logs.
     */
    public static Optional<Resource> read(Json body) {
        Json resource = body.field("data").filter(Json::isObject).orElse(body);
        return of(resource::field);
    }

    /** The record with the fields; empty if they have no id. */
    static Optional<Resource> of(Map<String, Json> fields) {
        return of(name -> Optional.ofNullable(fields.get(name)));
    }

    private static Optional<Resource> of(Function<String, Optional<Json>> field) {
        return field.apply("id")
                .flatMap(Json::scalar)
                .filter(Resource::isId)
                .map(id -> new Resource(
                        id,
                        field.apply("type").flatMap(Json::text).orElse(""),
                        objectOrEmpty(field.apply("attributes")),
                        objectOrEmpty(field.apply("relationships"))));
    }

    /** A record of which only the id is known. */
    public static Resource known(String id) {
        return new Resource(id, "", Json.NOTHING, Json.NOTHING);
    }

    /** Whether the text can be the id of a record. */
    public static boolean isId(String text) {
        boolean isId = !text.isEmpty() && text.length() <= LONGEST_ID;
        for (int i = 0; i < text.length() && isId; i++) {
            char c = text.charAt(i);
            isId = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
        }
        return isId;
    }

    /** The type; {@code otherwise} if the answer does not contain it. */
    public String typeOr(String otherwise) {
        return type.isEmpty() ? otherwise : type;
    }

    /** Whether an attribute is {@code true}. */
    public boolean isTrue(String name) {
        return attributes.field(name).filter(Json.of(true)::equals).isPresent();
    }

    /** Whether Kustomer has masked a value, because the API key may not read it. */
    public static boolean isMasked(String text) {
        return text.contains(MASK);
    }

    /** The text of an attribute; empty if it is absent, null or not text. */
    public Optional<String> attribute(String name) {
        return attributes.field(name).flatMap(Json::text);
    }

    /** The time of an attribute; empty if it is absent, or no time. */
    public Optional<Instant> time(String name) {
        return attribute(name).flatMap(AnswerTime::read);
    }

    /** The id of the related record {@code name}; empty if there is none, or a list. */
    public Optional<String> related(String name) {
        return relationships.at(name, "data", "id").flatMap(Json::scalar).filter(Resource::isId);
    }

    /** Whether the related record {@code name} is known, and another than {@code id}. */
    public boolean isRelatedToOther(String name, String id) {
        return related(name).filter(other -> !other.equalsIgnoreCase(id)).isPresent();
    }

    /** Whether an attribute is known, and another text than {@code text}. A masked one is not known. */
    public boolean hasOtherText(String name, String text) {
        return attribute(name)
                .filter(other -> !isMasked(other) && !other.equals(text))
                .isPresent();
    }

    /** Whether Kustomer still returns the record although it was deleted. */
    public boolean isDeleted() {
        return isTrue("deleted");
    }

    private static Json objectOrEmpty(Optional<Json> value) {
        return value.filter(Json::isObject).orElse(Json.NOTHING);
    }
}

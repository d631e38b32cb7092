package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts of a task that show whether a found record is the task's.
 *
 * @param given the checked fields of the task
 * @param fields the names of the texts
 */
public record RecordTexts(Map<String, Json> given, List<String> fields) {

    private static final Set<String> NAMES = Set.of("name", "title");

    public RecordTexts {
        fields = List.copyOf(fields);
    }

    /**
     * The text that differs; empty if none does. Without a namespace, two clusters can derive the same id, so a record
     * found by a derived id may not have another name. Its other texts are not compared, because it is most likely the
     * task's own and Kustomer may have changed their format.
     *
     * @param byKey whether the record was found by a key that the process names; a missing text then differs too
     */
    public Optional<String> other(Resource found, boolean byKey) {
        Optional<String> other = fields.stream()
                .filter(field -> byKey || NAMES.contains(field))
                .filter(field -> isOther(text(field), found.attribute(field)))
                .findFirst();
        return other.isPresent() || !byKey ? other : missing(found);
    }

    /** The text of which the record has nothing. */
    private Optional<String> missing(Resource found) {
        return fields.stream()
                .filter(field ->
                        text(field).isPresent() && found.attribute(field).isEmpty())
                .findFirst();
    }

    private Optional<String> text(String field) {
        return BodyBuilder.text(given, field);
    }

    /** Whether both texts exist and differ in more than blanks and the composition of their characters. */
    private static boolean isOther(Optional<String> given, Optional<String> found) {
        return given.isPresent()
                && found.filter(text -> !isMasked(text)).isPresent()
                && !words(given.get()).equals(words(found.get()));
    }

    /** Whether the key may not read the text. A text with other characters may be that of another record. */
    private static boolean isMasked(String text) {
        return Resource.isMasked(text) && text.replace(Resource.MASK, "").isBlank();
    }

    private static List<String> words(String text) {
        return List.of(InvisibleCharacters.composed(text).split("\\s+"));
    }
}

package io.github.kustomerconnector.operation.record;

import static io.github.kustomerconnector.field.BodyBuilder.required;
import static io.github.kustomerconnector.field.Formats.identifier;

import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Compares the names of records with the name of a task: exactly first, then without case. The name of the task has
 * composed characters (Unicode's NFC).
 */
final class RecordName {

    /** The name, then the name that people see, if it is another one. */
    private static final List<String> ATTRIBUTES = List.of("name", "displayName");

    private RecordName() {}

    /** The name of the task. */
    static String of(RecordQuery query) {
        return InvisibleCharacters.composed(required("record", "name", query.name(), identifier(256)));
    }

    /** Whether the record has the name, with or without its case. */
    static boolean isSimilar(Resource record, String name) {
        return ATTRIBUTES.stream().anyMatch(attribute -> has(record, attribute, name, String::equalsIgnoreCase));
    }

    /** The records with the name of those that are similar: the best way to compare that finds any. */
    static List<Resource> best(List<Resource> similar, String name) {
        List<BiPredicate<String, String>> ways = List.of(String::equals, String::equalsIgnoreCase);
        for (BiPredicate<String, String> way : ways) {
            for (String attribute : ATTRIBUTES) {
                List<Resource> found = similar.stream()
                        .filter(record -> has(record, attribute, name, way))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static boolean has(Resource record, String attribute, String name, BiPredicate<String, String> way) {
        return record.attribute(attribute)
                .map(InvisibleCharacters::composed)
                .filter(found -> way.test(found, name))
                .isPresent();
    }
}

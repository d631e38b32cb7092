package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Field names, as a task lists them. */
final class FieldNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}(\\.[A-Za-z0-9_-]{1,64})?");
    private static final Pattern CUSTOM_ATTRIBUTE = Pattern.compile("custom\\.(.+)");

    private FieldNames() {}

    /**
     * The names in {@code value}, without duplicates.
     *
     * @param value a name, names separated by commas, or a list of these
     * @throws io.github.kustomerconnector.call.KustomerException if one of them is not a field name
     */
    static Set<String> of(String field, Json value) {
        Set<String> names = new LinkedHashSet<>();
        List<Json> given = value.isList() ? value.elements() : List.of(value);
        given.forEach(entry -> {
            for (String name : entry.text().orElse("?").split(",", -1)) {
                add(field, name.strip(), names);
            }
        });
        return names;
    }

    private static void add(String field, String name, Set<String> names) {
        if (name.isEmpty()) {
            return;
        }
        if (!NAME.matcher(name).matches()) {
            throw Failure.invalid(field, "must contain field names, such as name, custom.planStr");
        }
        names.add(name);
    }

    /** The attribute in {@code custom.<attribute>}; empty for another field. */
    static Optional<String> customAttribute(String name) {
        Matcher matcher = CUSTOM_ATTRIBUTE.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Field names, as a task lists them. */
final class FieldNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}(\\.[A-Za-z0-9_-]{1,64})?");
    private static final Pattern CUSTOM_ATTRIBUTE = Pattern.compile("custom\\.(.+)");

    /** More than the fields and custom attributes of any record. */
    private static final int MAX_NAMES = 200;

    private FieldNames() {}

    /**
     * The names in {@code value}, without duplicates.
     *
     * @param value a name, names separated by commas, or a list of these
     * @throws io.github.kustomerconnector.call.KustomerException if one of them is not a field name
     */
    static Set<String> of(String field, Json value) {
        CamundaFunction.refuseIn(field, value);
        List<String> given = ListFormat.entries(value).stream()
                .flatMap(entry -> Stream.of(entry.text().orElse("?").split(",", -1)))
                .map(InvisibleCharacters::normalized)
                .filter(name -> !name.isEmpty())
                .toList();
        if (given.size() > MAX_NAMES) {
            throw Failure.invalid(field, "has " + given.size() + " names, at most " + MAX_NAMES + " are allowed");
        }
        Set<String> names = new LinkedHashSet<>();
        given.forEach(name -> add(field, name, names));
        return names;
    }

    private static void add(String field, String name, Set<String> names) {
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

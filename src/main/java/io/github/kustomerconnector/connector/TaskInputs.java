package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonBinder;
import io.github.kustomerconnector.json.JsonTexts;
import io.github.kustomerconnector.json.ObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a task: one variable {@code kustomer} with keys such as {@code in_customer_emails}.
 *
 * <p>The engine evaluates all input mappings of a task as one nested FEEL context. Each target therefore hides process
 * variables of the same name from later mappings. The prefix keeps the targets different from process variables.
 *
 * @param kustomer the inputs by key; null if the task maps none
 */
public record TaskInputs(@Nullable Json kustomer) {

    /** The root of all inputs. A result variable of this name would stay inside the task. */
    public static final String ROOT = "kustomer";

    private static final String PREFIX = "in_";

    private static final String AUTHENTICATION = PREFIX + "authentication";

    /** The target of a field's input mapping: {@code kustomer.in_customer_emails} for {@code customer.emails}. */
    public static String target(String field) {
        return ROOT + "." + key(field);
    }

    /** The key below the root: {@code in_customer_emails} for {@code customer.emails}. */
    public static String key(String field) {
        return PREFIX + field.replace('.', '_');
    }

    /**
     * The operation with these inputs.
     *
     * @throws io.github.kustomerconnector.call.KustomerException with {@link Failure.InvalidInput} if an input is
     * unknown or has the wrong kind of value; names the field
     */
    <O> O bind(Class<O> operationType) {
        return JsonBinder.bind(
                Json.object(containers()), operationType, error -> Failure.invalid(error.field(), error.problem()));
    }

    /**
     * The field that contains a text which passes the test, such as {@code customer.custom.planStr}; empty if there is
     * none. The fields of the authentication are left out.
     */
    Optional<String> fieldWith(Predicate<String> test) {
        BiPredicate<String, Json> passesNot =
                (key, value) -> key.startsWith(AUTHENTICATION) || !JsonTexts.anyMatch(value, test);
        // Most tasks have no such text, so first search without the names of the fields.
        if (kustomer == null || kustomer.hasOnly(passesNot)) {
            return Optional.empty();
        }
        return kustomer.fields().entrySet().stream()
                .filter(input -> !passesNot.test(input.getKey(), input.getValue()))
                .findFirst()
                .flatMap(input -> JsonTexts.find(input.getValue(), test).map(steps -> name(input.getKey(), steps)));
    }

    /** The name of a part of an input, as messages show it: {@code customer.emails[0].email}. */
    private static String name(String key, List<String> steps) {
        StringBuilder name = new StringBuilder(key.substring(PREFIX.length()).replaceFirst("_", "."));
        for (String step : steps) {
            if (step.matches("\\d+")) {
                name.append('[').append(step).append(']');
            } else {
                name.append('.').append(Formats.shownName(step));
            }
        }
        return name.toString();
    }

    /** The fields by container: {@code {customer: {emails: ...}}}. */
    private Map<String, Json> containers() {
        Map<String, Json> containers = new LinkedHashMap<>();
        if (kustomer != null && !kustomer.isNull()) {
            if (!kustomer.isObject()) {
                throw Failure.invalid(ROOT, "must be an object with the inputs of the form");
            }
            Map<String, ObjectBuilder> fields = new LinkedHashMap<>();
            kustomer.forEachField((key, value) -> put(key, value, containers, fields));
            fields.forEach((container, values) -> containers.merge(container, values.build(), TaskInputs::merged));
        }
        return containers;
    }

    private static void put(String key, Json value, Map<String, Json> containers, Map<String, ObjectBuilder> fields) {
        int end = key.indexOf('_', PREFIX.length());
        String container = key.substring(Math.min(PREFIX.length(), key.length()), end < 0 ? key.length() : end);
        String field = end < 0 ? null : key.substring(end + 1);
        if (!key.startsWith(PREFIX) || !isName(container) || (field != null && !isName(field))) {
            throw Failure.invalid(
                    ROOT + "." + Formats.shownName(key),
                    "is not an input of this operation: apply its element template again");
        }
        if (field != null) {
            fields.computeIfAbsent(container, unused -> new ObjectBuilder()).put(field, value);
        } else if (!value.isNull()) {
            containers.put(container, value);
        }
    }

    /** Whether the text can be the name of a container or a field. The binding refuses an unknown one. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && (c >= 0x80 || !Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** A container that is mapped as a whole, with the fields that are mapped by themselves. */
    private static Json merged(Json whole, Json fields) {
        return whole.isObject() ? whole.with(fields) : whole;
    }
}

package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Failure.InvalidInput;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request while its fields are checked and put together. A field that is not set, blank, or an empty list is
 * not sent. Problems are gathered, so that a person mends all of them at once. For one request.
 */
public final class BodyBuilder {

    /** Kustomer refuses larger bodies on most endpoints ("Errors", developer.kustomer.com). */
    static final int MAX_BYTES = 100 * 1024;

    private static final String CUSTOM = "custom";

    private final String container;
    private final Map<String, Json> fields = new LinkedHashMap<>();

    /** The fields whose input has their name, put together with the container only where a message names it. */
    private final List<String> known = new ArrayList<>(48);

    /** The inputs that have another name than their field. */
    private final Map<String, String> inputs = new HashMap<>();

    private final List<InvalidInput> problems = new ArrayList<>();

    /** @param container the input that holds the fields, such as {@code customer} */
    public BodyBuilder(String container) {
        this.container = container;
    }

    /** Puts the field if it is set. */
    public BodyBuilder put(String name, @Nullable Json value, Format format) {
        known.add(name);
        if (value != null && !value.isBlank()) {
            check(container + "." + name, name, value, format);
        }
        return this;
    }

    /** Puts the field {@code name} if it is set; the input that sets it is {@code field}. */
    public BodyBuilder put(String field, String name, @Nullable Json value, Format format) {
        inputs.put(name, field);
        if (value != null && !value.isBlank()) {
            check(field, name, value, format);
        }
        return this;
    }

    private void check(String field, String name, Json value, Format format) {
        collect(() -> {
            Json checked = format.check(field, value);
            if (!checked.isEmptyList()) {
                fields.put(name, checked);
            }
        });
    }

    /** Puts the field; not to be set is a problem. */
    public BodyBuilder require(String name, @Nullable Json value, Format format) {
        if (value == null || value.isBlank()) {
            known.add(name);
            collect(() -> {
                throw Failure.invalid(container + "." + name, "is missing");
            });
            return this;
        }
        return put(name, value, format);
    }

    /** Puts fields that the form lacks; those that it has are refused, set or not. */
    public BodyBuilder putAdditional(@Nullable Json additional) {
        String field = container + ".additionalFields";
        if (additional == null || additional.isBlank()) {
            return this;
        }
        if (!additional.isObject()) {
            collect(() -> {
                throw Failure.invalid(field, "must be an object with the names and values to add");
            });
        }
        additional
                .fields()
                .forEach((name, value) -> collect(() -> {
                    input(name).ifPresent(input -> {
                        throw Failure.invalid(field + "." + name, "has a field of its own: use " + input);
                    });
                    fields.put(name, value);
                }));
        return this;
    }

    /** The input that sets the field {@code name}; empty if the form has none. */
    private Optional<String> input(String name) {
        return Optional.ofNullable(inputs.get(name))
                .or(() -> known.contains(name) ? Optional.of(container + "." + name) : Optional.empty());
    }

    /**
     * Empties fields that the input {@code field} names. Only those of {@code empties} and custom attributes, as
     * {@code custom.planStr}, can be emptied; one that is set too is a problem.
     *
     * @param names a name, names with commas between them, or a list of names; null for none
     * @param empties what each field that can be emptied is sent as, such as JSON null or an empty list
     */
    public BodyBuilder clear(String field, @Nullable Json names, Map<String, Json> empties) {
        if (names != null && !names.isBlank()) {
            collect(() -> FieldNames.of(field, names).forEach(name -> collect(() -> empty(field, name, empties))));
        }
        return this;
    }

    private void empty(String field, String name, Map<String, Json> empties) {
        Optional<String> attribute = FieldNames.customAttribute(name);
        Map<String, Json> target = attribute.isPresent() ? custom() : fields;
        Json empty = attribute.isPresent() ? Json.NULL : empties.get(name);
        if (empty == null) {
            throw Failure.invalid(
                    field, "names a field that can't be emptied: there are " + String.join(", ", empties.keySet()));
        }
        if (target.putIfAbsent(attribute.orElse(name), empty) != null) {
            throw Failure.invalid(field, "names " + name + ", which is set: leave one of the two out");
        }
        if (attribute.isPresent()) {
            fields.put(CUSTOM, Json.object(target));
        } else if (input(name).isEmpty()) {
            inputs.put(name, field);
        }
    }

    private Map<String, Json> custom() {
        return get(CUSTOM).map(Json::fields).orElseGet(LinkedHashMap::new);
    }

    /** The checked value of a field; empty if it is not sent. */
    public Optional<Json> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * The fields in their order, not to be changed.
     *
     * @throws KustomerException with {@link InvalidInput} if there were problems
     */
    public Map<String, Json> checked() {
        if (!problems.isEmpty()) {
            throw new KustomerException(joined());
        }
        return Collections.unmodifiableMap(fields);
    }

    /** As {@link #bounded(String, Json)}, of an object's fields. */
    public static Body bounded(String field, Map<String, Json> fields) {
        return bounded(field, Json.object(fields));
    }

    /**
     * The body that {@code json} makes.
     *
     * @param field the input that it comes from
     * @throws KustomerException with {@link InvalidInput} if it is larger than Kustomer takes
     */
    public static Body bounded(String field, Json json) {
        Body body = Body.of(json);
        if (body.size() > MAX_BYTES) {
            throw Failure.invalid(
                    field, "makes a body of " + body.size() + " bytes, at most " + MAX_BYTES + " are allowed");
        }
        return body;
    }

    /**
     * The text of the one field that {@code container} must have.
     *
     * @throws KustomerException with {@link InvalidInput} if it is missing, or not as {@code format} says
     */
    public static String required(String container, String name, @Nullable Json value, Format format) {
        return text(new BodyBuilder(container).require(name, value, format).checked(), name)
                .orElseThrow();
    }

    /** The text in a field of a checked body; empty if it is not there, or not text. */
    public static Optional<String> text(Map<String, Json> fields, String name) {
        return Optional.ofNullable(fields.get(name)).flatMap(Json::text);
    }

    private InvalidInput joined() {
        String message =
                String.join("; ", problems.stream().map(InvalidInput::message).toList());
        return new InvalidInput(problems.getFirst().details(), message);
    }

    private void collect(Runnable check) {
        try {
            check.run();
        } catch (KustomerException e) {
            if (!(e.failure() instanceof InvalidInput problem)) {
                throw e;
            }
            problems.add(problem);
        }
    }
}

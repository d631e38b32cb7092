package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Failure.InvalidInput;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.InvisibleCharacters;
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
 * Builds the body of a request from checked fields. A field that is not set, is blank, or is an empty list or object is
 * not sent. It collects all problems, so that one message names all of them. For one request.
 */
public final class BodyBuilder {

    /**
     * The largest body in bytes. Most of Kustomer's endpoints refuse larger ones ("Errors", developer.kustomer.com).
     */
    public static final int MAX_BYTES = 100 * 1024;

    private static final String CUSTOM = "custom";

    private final String container;
    private final Map<String, Json> fields = new LinkedHashMap<>();

    /** The fields whose input is {@code container.field}. */
    private final List<String> knownFields = new ArrayList<>(48);

    /** The inputs of the other fields, by field. */
    private final Map<String, String> otherInputs = new HashMap<>();

    private final Problems problems;

    /** @param container the input that holds the fields, such as {@code customer} */
    public BodyBuilder(String container) {
        this.container = container;
        this.problems = new Problems(container, Integer.MAX_VALUE);
    }

    /** Adds the field if it is set. */
    public BodyBuilder put(String name, @Nullable Json value, Format format) {
        knownFields.add(name);
        if (value != null && !format.isUnset(value)) {
            check(container + "." + name, name, value, format);
        }
        return this;
    }

    /** Adds the field {@code name} if it is set by the input {@code field}. */
    public BodyBuilder put(String field, String name, @Nullable Json value, Format format) {
        otherInputs.put(name, field);
        if (value != null && !format.isUnset(value)) {
            check(field, name, value, format);
        }
        return this;
    }

    private void check(String field, String name, Json value, Format format) {
        problems.collect(() -> add(field, name, value, format));
    }

    private void add(String field, String name, Json value, Format format) {
        CamundaFunction.refuseIn(field, value);
        Json checked = format.check(field, value);
        if (!checked.isEmptyList() && !checked.isEmptyObject()) {
            fields.put(name, checked);
        }
    }

    /** Adds the field. It is a problem if the field is not set, or is an empty list or object. */
    public BodyBuilder require(String name, @Nullable Json value, Format format) {
        knownFields.add(name);
        String field = container + "." + name;
        problems.collect(() -> {
            if (value != null && !format.isUnset(value)) {
                add(field, name, value, format);
            }
            if (!fields.containsKey(name)) {
                throw Failure.invalid(field, "is missing");
            }
        });
        return this;
    }

    /** Adds fields that the form does not have. It is a problem if the form has one of them, even if it is not set. */
    public BodyBuilder putAdditional(@Nullable Json additional) {
        String field = container + ".additionalFields";
        if (additional == null || additional.isBlank()) {
            return this;
        }
        if (!additional.isObject()) {
            problems.add(Failure.invalid(field, "must be an object with the names and values to add"));
        }
        additional
                .fields()
                .forEach((name, value) ->
                        problems.collect(() -> addAdditional(field, InvisibleCharacters.normalized(name), value)));
        return this;
    }

    private void addAdditional(String field, String name, Json value) {
        input(name).ifPresent(input -> {
            throw Failure.invalid(field + "." + name, "is a field of the form: use " + input);
        });
        CamundaFunction.refuseIn(field + "." + Formats.shownName(name), value);
        if (fields.putIfAbsent(name, value) != null) {
            throw Failure.invalid(field + "." + Formats.shownName(name), CheckedFields.GIVEN_TWICE);
        }
    }

    /** The input that sets the field {@code name}; empty if the form has none. */
    private Optional<String> input(String name) {
        return Optional.ofNullable(otherInputs.get(name))
                .or(() -> knownFields.contains(name) ? Optional.of(container + "." + name) : Optional.empty());
    }

    /**
     * Clears the fields that the input {@code field} names. Only the fields in {@code empties} and custom attributes,
     * such as {@code custom.planStr}, can be cleared. It is a problem if a field to clear is also set.
     *
     * @param names a name, names separated by commas, or a list of names; null for none
     * @param empties the value to send for each field that can be cleared, such as JSON null or an empty list
     */
    public BodyBuilder clear(String field, @Nullable Json names, Map<String, Json> empties) {
        if (names != null && !names.isBlank()) {
            problems.collect(() -> FieldNames.of(field, names)
                    .forEach(name -> problems.collect(() -> clearField(field, name, empties))));
        }
        return this;
    }

    private void clearField(String field, String name, Map<String, Json> empties) {
        Optional<String> attribute = FieldNames.customAttribute(name);
        Map<String, Json> target = attribute.isPresent() ? customAttributes() : fields;
        Json empty = attribute.isPresent() ? Json.NULL : empties.get(name);
        if (empty == null) {
            throw Failure.invalid(
                    field,
                    "names " + Formats.shownName(name) + ", which can't be cleared: choose from "
                            + String.join(", ", empties.keySet()));
        }
        if (target.putIfAbsent(attribute.orElse(name), empty) != null) {
            throw Failure.invalid(field, "names " + name + ", which is also set: remove one of the two");
        }
        if (attribute.isPresent()) {
            fields.put(CUSTOM, Json.object(target));
        } else if (input(name).isEmpty()) {
            otherInputs.put(name, field);
        }
    }

    private Map<String, Json> customAttributes() {
        return get(CUSTOM).map(Json::fields).orElseGet(LinkedHashMap::new);
    }

    /** The checked value of a field; empty if it is not sent. */
    public Optional<Json> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * The fields in their order, as an unmodifiable map.
     *
     * @throws KustomerException with {@link InvalidInput} if there were problems
     */
    public Map<String, Json> checked() {
        problems.throwIfAny();
        return Collections.unmodifiableMap(fields);
    }

    /** The body that contains an object of {@code fields}, as {@link #bounded(String, Json)}. */
    public static Body bounded(String field, Map<String, Json> fields) {
        return bounded(field, Json.object(fields));
    }

    /**
     * The body that contains {@code json}.
     *
     * @param field the input that contains it
     * @throws KustomerException with {@link InvalidInput} if it is larger than {@link #MAX_BYTES}, contains a function
     *     of Camunda, or could not be read in an answer
     */
    public static Body bounded(String field, Json json) {
        return bounded(field, json, MAX_BYTES);
    }

    /**
     * As {@link #bounded(String, Json)}, with another limit.
     *
     * @param maxBytes the largest body in bytes
     */
    public static Body bounded(String field, Json json, int maxBytes) {
        Body body = Body.of(json);
        if (body.size() > maxBytes) {
            throw Failure.invalid(
                    field, "makes a body of " + body.size() + " bytes, at most " + maxBytes + " are allowed");
        }
        if (!body.isReadable()) {
            throw Failure.invalid(
                    field, "has more than 128 levels of lists and objects, or a name of more than 50,000 characters");
        }
        CamundaFunction.refuseIn(field, json, body);
        return body;
    }

    /**
     * The text of a required field, checked on its own.
     *
     * @throws KustomerException with {@link InvalidInput} if it is missing, or {@code format} refuses it
     */
    public static String required(String container, String name, @Nullable Json value, Format format) {
        return text(new BodyBuilder(container).require(name, value, format).checked(), name)
                .orElseThrow();
    }

    /** The text of a field of {@link #checked()}; empty if it is not set, or not text. */
    public static Optional<String> text(Map<String, Json> fields, String name) {
        return Optional.ofNullable(fields.get(name)).flatMap(Json::text);
    }
}

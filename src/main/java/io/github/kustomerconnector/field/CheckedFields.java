package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.ObjectBuilder;

/** The checked fields of one object. It collects all problems, so that one message names each wrong field. */
final class CheckedFields {

    /** The problem of a second field of one name. The given names may differ in blanks and invisible characters. */
    static final String GIVEN_TWICE = "is given twice";

    private final String field;
    private final ObjectBuilder checked = new ObjectBuilder();
    private final Problems problems;

    /** @param field the input that contains the object */
    CheckedFields(String field) {
        this.field = field;
        this.problems = new Problems(field, RecordFormats.MOST_PROBLEMS);
    }

    /** Checks and adds a field, unless its value is blank. */
    void put(String name, Json value, Format format) {
        if (value.isBlank()) {
            return;
        }
        String input = input(name);
        if (checked.has(name)) {
            problems.add(Failure.invalid(input, GIVEN_TWICE));
        } else {
            checked.put(name, problems.check(format, input, value));
        }
    }

    /** It is a problem if the field is not set. */
    void require(String name) {
        if (!checked.has(name)) {
            problems.add(Failure.invalid(input(name), "is missing"));
        }
    }

    private String input(String name) {
        return field + "." + Formats.shownName(name);
    }

    /**
     * The object of the checked fields.
     *
     * @throws io.github.kustomerconnector.call.KustomerException with
     *     {@link io.github.kustomerconnector.call.Failure.InvalidInput} if there were problems
     */
    Json build() {
        problems.throwIfAny();
        return checked.build();
    }
}

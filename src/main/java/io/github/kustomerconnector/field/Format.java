package io.github.kustomerconnector.field;

import io.github.kustomerconnector.json.Json;

/** The values that a field accepts, and the form in which they are sent. */
@FunctionalInterface
public interface Format {

    /**
     * Checks a value and returns it in the form that Kustomer expects.
     *
     * @param field the field's full name, such as {@code customer.emails[0].email}
     * @param value not blank
     * @throws io.github.kustomerconnector.call.KustomerException with
     *     {@link io.github.kustomerconnector.call.Failure.InvalidInput} if the field does not accept the value
     */
    Json check(String field, Json value);

    /**
     * Whether a list leaves the value out: it is blank, or an object of blanks only. Such an object results from an
     * expression with missing variables.
     */
    default boolean isEmpty(Json value) {
        return value.isBlank() || isObjectOfBlanks(value);
    }

    /** Whether a field with this value is not set. A free object of blanks is set, because it is sent as it is. */
    default boolean isUnset(Json value) {
        return value.isBlank();
    }

    /** Whether this is an object that has fields, all of them blank. */
    static boolean isObjectOfBlanks(Json value) {
        return value.hasOnly((name, field) -> field.isBlank());
    }
}

package io.github.kustomerconnector.field;

import io.github.kustomerconnector.json.Json;

/** What a field takes, and how it is sent. */
@FunctionalInterface
public interface Format {

    /**
     * The value as Kustomer takes it.
     *
     * @param field the field's full name, such as {@code customer.emails[0].email}
     * @param value not blank
     * @throws io.github.kustomerconnector.call.KustomerException with
     *     {@link io.github.kustomerconnector.call.Failure.InvalidInput} if the field does not take the value
     */
    Json check(String field, Json value);
}

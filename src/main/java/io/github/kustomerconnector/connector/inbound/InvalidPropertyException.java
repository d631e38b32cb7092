package io.github.kustomerconnector.connector.inbound;

import java.io.Serial;

/** A property of a webhook element is missing or wrong. The message names the property and contains no value. */
final class InvalidPropertyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidPropertyException(String message) {
        super(message);
    }
}

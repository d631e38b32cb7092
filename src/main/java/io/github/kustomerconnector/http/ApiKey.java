package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Body;
import org.jspecify.annotations.Nullable;

/**
 * A Kustomer API key: a long-lived bearer token ("API keys and roles", developer.kustomer.com). Only the header
 * {@code Authorization} of a request contains its value.
 */
public final class ApiKey {

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * Checks the token and makes a key from it.
     *
     * @param value the token; blanks around it are removed
     * @throws KustomerException with {@link Failure.InvalidInput} if it is missing or blank, or contains a character
     *     other than visible ASCII
     */
    public static ApiKey of(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Failure.invalid(
                    "authentication.apiKey", "is empty: store the key as a connector secret and refer to it");
        }
        String token = value.strip();
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw Failure.invalid("authentication.apiKey", "has blanks or characters that are not allowed in a token");
        }
        return new ApiKey(token);
    }

    String authorization() {
        return "Bearer " + value;
    }

    /** Whether {@code text} contains the key. */
    boolean isIn(String text) {
        return text.contains(value);
    }

    /** Whether {@code body} contains the key. */
    boolean isIn(Body body) {
        return body.contains(value);
    }

    /** {@code text} with {@code ***} in place of the key. */
    String removeFrom(String text) {
        return text.replace(value, "***");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiKey key && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}

package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Kustomer API key: a long-lived bearer token ("API keys and roles", developer.kustomer.com). Only the header
 * {@code Authorization} of a request contains its value.
 */
public final class ApiKey {

    /** A whole JWT ("RFC 7519"), such as another API key. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.([\\w-]+)");

    private final String value;
    private final Lazy<KeyParts> parts;

    private ApiKey(String value) {
        this.value = value;
        this.parts = new Lazy<>(() -> new KeyParts(value));
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

    /** Whether {@code text} contains the whole key. */
    public boolean isIn(String text) {
        return text.contains(value);
    }

    /** Whether the path or the body of {@code request} contains the whole key. */
    boolean isIn(Request request) {
        Body body = request.body();
        return isIn(request.path().encoded())
                || request.path().values().stream().anyMatch(this::isIn)
                || (body != null && isIn(body));
    }

    /** Whether {@code body} contains the whole key. */
    boolean isIn(Body body) {
        return body.contains(value);
    }

    /**
     * Whether {@code text} contains the key, or a part of it with {@value KeyParts#SHORTEST} characters or more. It may
     * be plain, spaced out, as base64, as hex digits, percent-encoded, or with the escapes of JSON or HTML. Longer
     * parts are found also in UTF-16, as a list of character codes, and encoded several times.
     */
    public boolean occursIn(String text) {
        return occursPlain(text) || (Escapes.mayOccur(text) && occursPlain(Escapes.decode(text)));
    }

    private boolean occursPlain(String text) {
        return isIn(text) || parts.get().occurIn(text);
    }

    /**
     * The text of a record with {@code ***} in place of the key and of each part that {@link #occursIn} finds. Another
     * JWT stays unchanged, because its header and its claims may be equal to those of this key. Only the signature of a
     * JWT is secret. A text with an escaped key is returned without escapes.
     */
    public String removeFromRecord(String text) {
        String decoded = Escapes.mayOccur(text) ? Escapes.decode(text) : text;
        String clean = removeUnescaped(decoded);
        return clean.equals(decoded) ? removeUnescaped(text) : clean;
    }

    private String removeUnescaped(String text) {
        BitSet matches = matchesIn(text);
        for (Matcher token = TOKEN.matcher(text); token.find(); ) {
            if (matches.get(token.start(1), token.end(1)).isEmpty()) {
                matches.clear(token.start(), token.end());
            }
        }
        return Mask.over(text, matches);
    }

    /** The characters of {@code text} that belong to the key or to a part of it. */
    BitSet matchesIn(String text) {
        BitSet matches = parts.get().matchesIn(text);
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length())) {
            matches.set(at, at + value.length());
        }
        return matches;
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

package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.Failure.InvalidInput;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** JSON as test tables write it, and what becomes of it. */
public final class JsonText {

    private JsonText() {}

    /** The value that {@code text} is. */
    public static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow(() -> new AssertionError(text));
    }

    /** The value as text. */
    public static String text(Json json) {
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }

    /** An object of these fields as text. */
    public static String text(Map<String, Json> fields) {
        return text(Json.object(fields));
    }

    /** What a format makes of the field {@code f}; a refusal begins with {@code !}. */
    public static String checked(Format format, String value) {
        return refusal(() -> text(format.check("f", json(value))))
                .map("!"::concat)
                .orElseGet(() -> text(format.check("f", json(value))));
    }

    /** The message with which the input is refused; empty if it is not. */
    public static Optional<String> refusal(Supplier<?> check) {
        try {
            Object unused = check.get();
            return Optional.empty();
        } catch (KustomerException e) {
            if (e.failure() instanceof InvalidInput) {
                return Optional.of(e.failure().message());
            }
            throw e;
        }
    }
}

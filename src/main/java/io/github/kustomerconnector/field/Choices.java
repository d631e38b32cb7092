package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.util.List;

/** One of a few words, in any case. */
record Choices(List<String> choices) implements Format {

    @Override
    public Json check(String field, Json value) {
        String given = InvisibleCharacters.normalized(value);
        for (String choice : choices) {
            if (choice.equalsIgnoreCase(given)) {
                return Formats.sameOr(value, choice);
            }
        }
        throw Failure.invalid(field, "is not one of " + String.join(", ", choices));
    }
}

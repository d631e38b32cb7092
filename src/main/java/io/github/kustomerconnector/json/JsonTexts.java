package io.github.kustomerconnector.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Searches and changes the texts and field names of JSON values, at any depth. */
public final class JsonTexts {

    private JsonTexts() {}

    /** The value with each text and field name changed. A number that {@link JsonNumbers#isLong} becomes decimal. */
    public static Json map(Json json, UnaryOperator<String> change) {
        return new Json(JsonCodec.mapped(json.node(), change));
    }

    /**
     * The place of the first text or field name that passes the test: field names and indexes from the value to it. It
     * has no steps if it is the value itself. Empty if there is none.
     */
    public static Optional<List<String>> find(Json json, Predicate<String> test) {
        return JsonCodec.find(json.node(), test).map(JsonTexts::steps);
    }

    /** Whether a text, a field name or a number of more than 64 bits in the value passes the test. */
    public static boolean anyMatch(Json json, Predicate<String> test) {
        return TextSearch.ofOne(test).isIn(json);
    }

    /** All texts in the value, without field names. */
    public static List<String> texts(Json json) {
        return JsonCodec.tokens(json.node(), JsonToken.VALUE_STRING);
    }

    /** All field names in the value. */
    public static List<String> names(Json json) {
        return JsonCodec.tokens(json.node(), JsonToken.FIELD_NAME);
    }

    /** All numbers in the value, as they are written. */
    public static List<String> numbers(Json json) {
        List<String> numbers = new ArrayList<>(JsonCodec.tokens(json.node(), JsonToken.VALUE_NUMBER_INT));
        numbers.addAll(JsonCodec.tokens(json.node(), JsonToken.VALUE_NUMBER_FLOAT));
        return numbers;
    }

    private static List<String> steps(JsonPointer place) {
        List<String> steps = new ArrayList<>();
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            steps.add(rest.getMatchingProperty());
        }
        return steps;
    }

    /** The JSON text that a record, a list or a map serializes to. */
    public static String of(Object object) {
        return JsonCodec.text(object);
    }
}

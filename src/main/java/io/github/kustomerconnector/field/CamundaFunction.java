package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonTexts;
import io.github.kustomerconnector.json.ReservedText;
import java.nio.charset.StandardCharsets;

/**
 * A function of Camunda inside an input, such as {@code {"camunda.function.type": "base64", ...}}. The connector
 * runtime does not resolve it, because inputs bind as {@link Json}. Kustomer would store it, and the runtime then
 * refuses a result that repeats it.
 */
public final class CamundaFunction {

    private static final String KEY = ReservedText.FUNCTION;

    private CamundaFunction() {}

    /**
     * Refuses a value that contains a function, at any depth, as an object or as JSON in a text.
     *
     * @param field the input that contains the value
     * @throws io.github.kustomerconnector.call.KustomerException with
     *     {@link io.github.kustomerconnector.call.Failure.InvalidInput} if it contains one
     */
    public static void refuseIn(String field, Json value) {
        if (isIn(value)) {
            throw Failure.invalid(
                    field,
                    "contains a function of Camunda (" + KEY
                            + "), which is not resolved here: compute the value in an earlier task or in FEEL");
        }
    }

    /** As {@link #refuseIn(String, Json)}, for a value whose bytes are known. */
    static void refuseIn(String field, Json value, Body bytes) {
        if (bytes.contains(KEY)) {
            refuseIn(field, value);
        }
    }

    private static boolean isIn(Json value) {
        if (value.isObject() || value.isList()) {
            return JsonTexts.anyMatch(value, ReservedText::isIn)
                    && (JsonTexts.names(value).contains(KEY)
                            || JsonTexts.texts(value).stream().anyMatch(CamundaFunction::isIn));
        }
        return value.text().filter(CamundaFunction::isIn).isPresent();
    }

    private static boolean isIn(String text) {
        return ReservedText.isIn(text)
                && Json.parse(text.getBytes(StandardCharsets.UTF_8))
                        .filter(json -> JsonTexts.names(json).contains(KEY))
                        .isPresent();
    }
}

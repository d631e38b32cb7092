package io.github.kustomerconnector.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kustomerconnector.http.ApiKey;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonNumbers;
import io.github.kustomerconnector.json.JsonTexts;
import io.github.kustomerconnector.json.ReservedText;
import io.github.kustomerconnector.json.TextSearch;
import io.github.kustomerconnector.operation.DocumentResult;
import io.github.kustomerconnector.operation.TaskResult;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Removes from a result what must not reach the process: the API key, text that the runtime refuses, and numbers that
 * the engine does not accept.
 */
final class Results {

    private Results() {}

    /**
     * The result; a changed copy if a text or a field name in it contains the API key or the {@link ReservedText}, or
     * if a number {@link JsonNumbers#isLong}. The runtime refuses a result with the reserved text, takes all retries,
     * and shows the whole result in the incident.
     *
     * @param result a record that serializes to a JSON object
     */
    static Object safe(Object result, ApiKey key) {
        if (result instanceof TaskResult whole && isSafe(whole, key)) {
            return result;
        }
        // JSON does not escape the reserved text, so the JSON contains it exactly if a text does.
        String json = JsonTexts.of(result);
        boolean isForeign = !(result instanceof DocumentResult);
        boolean isReserved = isForeign ? ReservedText.isInForeign(json) : ReservedText.isIn(json);
        if (!isReserved && !key.occursIn(json) && !JsonNumbers.mayHaveLong(json)) {
            return result;
        }
        UnaryOperator<String> replace = isForeign ? ReservedText::replaceInForeign : ReservedText::replaceIn;
        return Json.parse(json.getBytes(UTF_8))
                .map(whole -> JsonTexts.map(whole, text -> replace.apply(key.removeFromRecord(text))))
                .orElseThrow();
    }

    /** Whether no text has to change, without the cost of its JSON. */
    private static boolean isSafe(TaskResult result, ApiKey key) {
        Predicate<String> isUnsafe =
                text -> ReservedText.isInForeign(text) || key.occursIn(text) || JsonNumbers.isLong(text);
        return result.texts().noneMatch(isUnsafe) && result.parts().noneMatch(new TextSearch(isUnsafe)::isIn);
    }
}

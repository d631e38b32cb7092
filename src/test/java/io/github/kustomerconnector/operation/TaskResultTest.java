package io.github.kustomerconnector.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonTexts;
import io.github.kustomerconnector.operation.search.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskResultTest {

    private static final Json ATTRIBUTES = Json.object(Map.of("name", Json.of("in attributes")));
    private static final Json RELATIONSHIPS = Json.object(Map.of("org", Json.of("in relationships")));

    static Stream<TaskResult> results() {
        return Stream.of(
                new WrittenRecord("an id", "a type", "an outcome", ATTRIBUTES, RELATIONSHIPS, "a url"),
                new FoundRecord(true, "an id", "a type", ATTRIBUTES, RELATIONSHIPS, "a url"),
                new FoundRecord(false, null, null, null, null, null),
                new FoundRecords(
                        true,
                        "an id",
                        "a type",
                        ATTRIBUTES,
                        RELATIONSHIPS,
                        "a url",
                        1,
                        true,
                        List.of(new ListedRecord(
                                "id of a list",
                                "type of a list",
                                Json.list(List.of(Json.of("listed"))),
                                "url of a list"))),
                new FoundRecords(false, null, null, null, null, null, 0, true, List.of()),
                new SearchResult(1, Json.of(1), true, List.of(ATTRIBUTES), RELATIONSHIPS));
    }

    /** The search for the key in a result sees only these texts. */
    @ParameterizedTest
    @MethodSource("results")
    void each_text_of_its_json_is_in_its_texts_or_parts(TaskResult result) {
        List<String> texts = new ArrayList<>(result.texts().toList());
        result.parts().forEach(part -> texts.addAll(JsonTexts.texts(part)));

        Json json = Json.parse(JsonTexts.of(result).getBytes(UTF_8)).orElseThrow();

        assertThat(texts).containsAll(JsonTexts.texts(json));
    }
}

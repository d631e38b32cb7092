package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BulkResultsTest {

    private static final Json CREATED = Json.object(Map.of("status", Json.of("created"), "objectId", Json.of("c1")));

    @Test
    void results_without_an_error_need_no_items() {
        assertThat(results(Map.of("7", CREATED)).plain())
                .hasValue(List.of(new ItemResult(7, Status.CREATED, "c1", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "8", "-7", "seven", "", "77777777777777777777"})
    void a_result_of_an_item_of_another_request_is_not_counted(String name) {
        assertThat(results(Map.of(name, CREATED)).plain()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "scheduled", ""})
    void another_status_needs_the_item(String status) {
        assertThat(results(Map.of("7", Json.object(Map.of("status", Json.of(status)))))
                        .plain())
                .isEmpty();
    }

    @Test
    void only_an_id_is_returned_as_the_id() {
        Json result = Json.object(Map.of("status", Json.of("created"), "objectId", Json.of("ada@example.org")));

        assertThat(results(Map.of("7", result)).ended(7, result).id()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"7, true", "8, false"})
    void a_request_that_waits_for_some_of_its_items_is_whole_with_their_results(String name, boolean isWhole) {
        Open open = new Open("b1", 7, 9, 1, List.of(7L), BulkAction.CREATE, 0, false);

        assertThat(new BulkResults(BulkAction.CREATE, open, Map.of(name, CREATED)).isWhole())
                .isEqualTo(isWhole);
    }

    /** Of a request with the item 7. */
    private static BulkResults results(Map<String, Json> byName) {
        return new BulkResults(
                BulkAction.CREATE, new Open("b1", 7, 8, 1, List.of(), BulkAction.CREATE, 0, false), byName);
    }
}

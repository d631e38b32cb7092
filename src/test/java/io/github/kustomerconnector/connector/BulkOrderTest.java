package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The results name items by their index, so the items must keep their order between two tasks. */
final class BulkOrderTest {

    private static final String OTHER_ORDER =
            "bulk.items must be the same items as in Run Kustomer Bulk, in the same order";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final BulkJobs jobs = new BulkJobs(kustomer);

    @ParameterizedTest
    @ValueSource(strings = {"externalId", "emails", "row"})
    void a_list_in_another_order_is_refused(String field) {
        List<Map<String, String>> items = IntStream.range(0, 3)
                .mapToObj(i -> Map.of("name", "Customer", field, "c%s@example.org".formatted(i)))
                .toList();
        Task run = jobs.run("customers", "create", items).with("bulk.waitSeconds", "0");
        jobs.holdBulks();

        JsonNode first = jobs.result(field.equals("row") ? run.with("bulk.key", "row") : run);
        JsonNode second = jobs.result(jobs.await(first, items).with("bulk.waitSeconds", "0"));
        Task other = jobs.await(second, List.of(items.get(0), items.get(2), items.get(1)));

        JobEnding.ErrorThrown refused = jobs.handlingOf(other).run(other).errorThrown();
        assertThat(refused.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(refused.message()).isEqualTo(OTHER_ORDER);
        jobs.endBulks();
        assertThat(jobs.toEnd(jobs.await(second, items), items).path("created").asInt())
                .isEqualTo(3);
    }

    @Test
    void a_blank_external_id_identifies_no_item() {
        List<Map<String, String>> items = IntStream.range(0, 3)
                .mapToObj(i -> Map.of("name", "Customer " + i, "externalId", " "))
                .toList();
        Task other = jobs.await(jobs.handedBack(jobs.run("customers", "create", items)), items.reversed());

        assertThat(jobs.handlingOf(other).run(other).errorThrown().message()).isEqualTo(OTHER_ORDER);
    }

    /** An item that was sent would be sent again, and another one never. */
    @Test
    void an_order_that_changes_behind_the_items_that_ended_is_refused() {
        List<Map<String, String>> items = IntStream.range(0, 2100)
                .mapToObj(i -> Map.of("externalId", "C-" + i))
                .toList();
        JsonNode first = jobs.result(jobs.run("customers", "create", items));

        Task other = jobs.await(first, items.reversed());

        assertThat(first.path("next").asInt()).isEqualTo(2000);
        assertThat(jobs.handlingOf(other).run(other).errorThrown().message()).isEqualTo(OTHER_ORDER);
    }

    /** A list in FEEL is evaluated for each task, so a time in it differs. */
    @Test
    void other_fields_of_an_item_may_change() {
        List<Map<String, Object>> items = items("2026-01-01T00:00:00.000Z");
        JsonNode first = jobs.handedBack(jobs.run("customers", "create", items));

        List<Map<String, Object>> later = items("2026-01-01T00:01:00.000Z");

        assertThat(jobs.toEnd(jobs.await(first, later), later).path("created").asInt())
                .isEqualTo(3);
    }

    @Test
    void a_progress_without_a_fingerprint_is_accepted() {
        List<Map<String, Object>> items = items("2026-01-01T00:00:00.000Z");
        ObjectNode first =
                jobs.handedBack(jobs.run("customers", "create", items)).deepCopy();

        JsonNode fingerprint = ((ObjectNode) first.path("about")).remove("items");

        assertThat(fingerprint.asText()).matches("[0-9a-f]{24}");
        assertThat(jobs.toEnd(jobs.await(first, items.reversed()), items.reversed())
                        .path("done")
                        .asInt())
                .isEqualTo(3);
    }

    private static List<Map<String, Object>> items(String time) {
        return IntStream.range(0, 3)
                .<Map<String, Object>>mapToObj(i -> new HashMap<>(Map.of("externalId", "C-" + i, "importedAt", time)))
                .toList();
    }
}

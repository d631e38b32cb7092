package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several items of a bulk that update one record, such as rows with one e-mail each. Each item adds its entries. */
final class BulkSameRecordTest {

    private static final int SAME = 6;

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final BulkJobs jobs = new BulkJobs(kustomer);

    @Test
    void updates_of_one_customer_all_succeed() {
        String id = kustomer.seedCustomer("{\"name\": \"Ada\"}");

        JsonNode result = end("customers", "update", items("id", id));

        assertThat(result.path("updated").asInt()).isEqualTo(SAME);
        assertThat(kustomer.customers().getFirst().at("/attributes/emails")).hasSize(SAME);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void upserts_of_one_customer_all_succeed(boolean exists) {
        if (exists) {
            kustomer.seedCustomer("{\"externalId\": \"C-1\"}");
        }

        JsonNode result = end("customers", "upsert", items("externalId", "C-1"));

        assertThat(result.path("updated").asInt()).isEqualTo(exists ? SAME : SAME - 1);
        assertThat(result.path("failed").asInt()).isZero();
        assertThat(kustomer.customers()).hasSize(1);
        assertThat(kustomer.customers().getFirst().at("/attributes/emails")).hasSize(SAME);
    }

    /** Kustomer carries each bulk out a moment later, so that an update is not readable when the next one is made. */
    @ParameterizedTest
    @CsvSource({"update, id", "upsert, externalId"})
    void customers_of_several_requests_all_get_their_updates(String action, String field) {
        String id = kustomer.seedCustomer("{\"externalId\": \"C-1\"}");
        String other = kustomer.seedCustomer("{\"externalId\": \"C-2\"}");
        String company = kustomer.seedRecord("company", "{\"name\": \"Acme Ltd\"}");
        kustomer.settings().bulkDelay(Duration.ofMillis(100));
        boolean byId = field.equals("id");
        List<Map<String, Object>> items = mixed(
                items(field, byId ? id : "C-1"),
                byId ? Map.of("id", other, "company", company) : Map.of("name", "Other"),
                SAME);

        JsonNode result = end("customers", action, items);

        assertThat(result.path("failed").asInt()).isZero();
        assertThat(kustomer.customers().getFirst().at("/attributes/emails")).hasSize(SAME);
    }

    @Test
    void updates_of_one_company_keep_each_others_entries() {
        String id = kustomer.seedRecord("company", "{\"name\": \"Acme Ltd\"}");

        JsonNode result = end("companies", "update", items("id", id));

        assertThat(result.path("updated").asInt()).isEqualTo(SAME);
        assertThat(kustomer.records("company").getFirst().at("/attributes/emails"))
                .hasSize(SAME);
    }

    @Test
    void updates_of_one_company_in_several_requests_keep_each_others_entries() {
        String id = kustomer.seedRecord("company", "{\"name\": \"Acme Ltd\"}");
        String other = kustomer.seedRecord("company", "{\"name\": \"Other\"}");
        kustomer.settings().bulkDelay(Duration.ofMillis(100));

        JsonNode result =
                end("companies", "update", mixed(items("id", id), Map.of("id", other, "name", "Other Ltd"), 3));

        assertThat(result.path("updated").asInt()).isEqualTo(300);
        assertThat(kustomer.records("company").getFirst().at("/attributes/emails"))
                .hasSize(3);
    }

    /** One of the items in each request, and 99 others. */
    private static List<Map<String, Object>> mixed(
            List<Map<String, Object>> items, Map<String, Object> other, int requests) {
        return IntStream.range(0, 100 * requests)
                .mapToObj(i -> i % 100 == 0 ? items.get(i / 100) : other)
                .toList();
    }

    private JsonNode end(String resource, String action, List<Map<String, Object>> items) {
        return jobs.toEnd(jobs.run(resource, action, items), items);
    }

    /** Each has another e-mail. */
    private static List<Map<String, Object>> items(String field, String value) {
        return IntStream.range(0, SAME)
                .<Map<String, Object>>mapToObj(i -> new HashMap<>(
                        Map.of(field, value, "emails", List.of(Map.of("email", "e" + i + "@example.org")))))
                .toList();
    }
}

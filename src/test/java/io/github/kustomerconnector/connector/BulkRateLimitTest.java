package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bulk whose look-ups alone would use up the requests of the minute sends what it has looked up. */
final class BulkRateLimitTest {

    private static final int LIMIT = 60;

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final BulkJobs jobs = new BulkJobs(kustomer);

    @Test
    void the_last_request_of_a_minute_creates_the_items_that_were_looked_up() {
        kustomer.settings().rateLimit(LIMIT);

        JsonNode result = jobs.result(jobs.run("companies", "create", items()));

        assertThat(requests("POST")).hasSize(1);
        assertThat(result.path("next").asInt()).isGreaterThan(LIMIT / 2);
        assertThat(kustomer.records("company")).hasSize(result.path("next").asInt());
    }

    @Test
    void the_last_request_of_a_minute_updates_the_items_that_were_found() {
        items().forEach(item -> kustomer.seedCustomer("{\"externalId\":\"%s\"}".formatted(item.get("externalId"))));
        kustomer.settings().rateLimit(LIMIT);

        jobs.result(jobs.run("customers", "upsert", items()));

        assertThat(requests("PUT")).hasSize(1);
        assertThat(kustomer.customers())
                .filteredOn(customer -> customer.at("/attributes/name").isTextual())
                .hasSizeGreaterThan(LIMIT / 2);
    }

    private static List<Map<String, String>> items() {
        return IntStream.range(0, 100)
                .mapToObj(i -> Map.of("name", "Record " + i, "externalId", "R-" + i))
                .toList();
    }

    private List<RecordedRequest> requests(String method) {
        return kustomer.requests().stream()
                .filter(request -> request.method().equals(method))
                .toList();
    }
}

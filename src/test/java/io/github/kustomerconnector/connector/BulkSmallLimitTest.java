package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.http.ScaledSessions;
import io.github.kustomerconnector.http.VirtualClock;
import io.github.kustomerconnector.simulator.BulkFault;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.RetryAfter;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A bulk comes to its end in virtual time if each minute has the requests that its slowest step needs: the look-ups of
 * one item, and the request that follows them.
 */
final class BulkSmallLimitTest {

    private static final int ITEMS = 5;
    private static final int MOST_DELIVERIES = 60;

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final BulkJobs jobs = new BulkJobs(
            kustomer,
            ConnectorEnvironment.of(new KustomerClient(ScaledSessions.of(clock), clock), "test", new Random(1)));

    @BeforeEach
    void uses_the_virtual_clock() {
        kustomer.settings().clock(clock);
        kustomer.settings().retryAfter(RetryAfter.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({
        "1, customers, create, name, customer, created",
        "2, companies, create, name, company, created",
        "2, kobjects, create, title, kobject.order, created",
        "4, kobjects, upsert, title, kobject.order, created",
        "3, conversations, upsert, name, conversation, created",
        "4, conversations, upsert, name, conversation, created"
    })
    void new_records_are_created(int limit, String resource, String action, String title, String type, String ending) {
        List<Map<String, String>> items = items(resource, title);

        JsonNode result = end(limit, jobs.run(resource, action, items), items);

        assertThat(result.path(ending).asInt()).isEqualTo(ITEMS);
        assertThat(kustomer.records(type).stream()
                        .filter(record -> record.at("/attributes/externalId").isTextual()))
                .hasSize(ITEMS);
    }

    @ParameterizedTest
    @CsvSource({
        "1, customers, create, name, customer, existing",
        "2, customers, upsert, name, customer, updated",
        "1, companies, create, name, company, existing",
        "2, companies, upsert, name, company, updated",
        "2, kobjects, upsert, title, kobject.order, updated"
    })
    void existing_records_are_found(
            int limit, String resource, String action, String title, String type, String ending) {
        List<Map<String, String>> items = items(resource, title);
        items.forEach(item -> kustomer.seedRecord(type, json(item).replace("Record", "Old record")));

        JsonNode result = end(limit, jobs.run(resource, action, items), items);

        assertThat(result.path(ending).asInt()).isEqualTo(ITEMS);
        assertThat(kustomer.records(type)).hasSize(ITEMS);
    }

    @Test
    void records_that_are_read_first_are_updated() {
        List<Map<String, String>> items = IntStream.range(0, ITEMS)
                .mapToObj(i -> Map.of("id", kustomer.seedCustomer("{\"name\":\"Old\"}"), "name", "New"))
                .toList();

        JsonNode result = end(2, jobs.run("customers", "update", items), items);

        assertThat(result.path("updated").asInt()).isEqualTo(ITEMS);
    }

    /** The results of the bulk take three requests: they are read before and after its state. */
    @ParameterizedTest
    @CsvSource({
        "2, customers, name, customer, HALF_DONE",
        "2, customers, name, customer, NO_RESULTS",
        "2, companies, name, company, HALF_DONE",
        "2, companies, name, company, NO_RESULTS"
    })
    void items_without_a_result_are_looked_up_and_sent_again(
            int limit, String resource, String title, String type, BulkFault fault) {
        kustomer.inject(fault, 1);
        List<Map<String, String>> items = items(resource, title);

        JsonNode result = end(limit, jobs.run(resource, "create", items), items);

        assertThat(result.path("failed").asInt()).isZero();
        assertThat(kustomer.records(type)).hasSize(ITEMS);
    }

    /** Together, their three look-ups need more requests than a minute has. */
    @Test
    void duplicates_that_no_look_up_finds_are_errors() {
        kustomer.inject(Fault.readLag(1000), RequestMatcher.method("POST"), ITEMS);
        List<Map<String, String>> items = items("customers", "name");
        JobHandling creates = JobHandling.newRuntime(CreateCustomerConnector::new, kustomer);
        for (int i = 0; i < ITEMS; i++) {
            creates.result(creates.task()
                    .with("customer.externalId", items.get(i).get("externalId"))
                    .withElementInstanceKey(10 + i));
        }

        JsonNode result = end(4, jobs.run("customers", "create", items), items);

        assertThat(result.path("failed").asInt()).isEqualTo(ITEMS);
        assertThat(result.at("/failures/0/error").asText()).contains("externalId");
        assertThat(kustomer.customers()).hasSize(ITEMS);
    }

    private List<Map<String, String>> items(String resource, String title) {
        String owner = resource.equals("conversations") ? kustomer.seedCustomer("{}") : "";
        return IntStream.range(0, ITEMS)
                .<Map<String, String>>mapToObj(i -> {
                    Map<String, String> item = new HashMap<>(Map.of("externalId", "R-" + i, title, "Record " + i));
                    if (!owner.isEmpty()) {
                        item.put("customer", owner);
                    }
                    return item;
                })
                .toList();
    }

    /** The result at the end of the loop. Time passes between two jobs only: as long as a job asks, or a timer lasts. */
    private JsonNode end(int limit, Task first, Object items) {
        kustomer.settings().rateLimit(limit);
        Task task = first.with("bulk.klass", "order").with("bulk.waitSeconds", "0");
        JsonNode progress = null;
        for (int delivery = 0; delivery < MOST_DELIVERIES; delivery++) {
            JobEnding ending = jobs.handlingOf(task).run(task);
            if (ending instanceof JobEnding.Completed completed) {
                assertThat(completed.variables().path("kustomerBulk"))
                        .as("a task that completes has reached something")
                        .isNotEqualTo(progress);
                progress = completed.variables().path("kustomerBulk");
                if (progress.path("complete").asBoolean()) {
                    return progress;
                }
                clock.forward(Duration.ofSeconds(5));
                task = jobs.await(progress, items).with("bulk.waitSeconds", "0");
            } else {
                JobEnding.Failed failed = ending.failed();
                assertThat(failed.code()).isEqualTo("KUSTOMER_RATE_LIMITED");
                clock.forward(failed.askedWait());
            }
        }
        throw new AssertionError("the bulk does not end: " + progress);
    }

    private static String json(Map<String, String> item) {
        return new ObjectMapper().valueToTree(item).toString();
    }
}

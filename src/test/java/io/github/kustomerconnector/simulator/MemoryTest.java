package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The simulator drops its oldest entries before they fill the Java heap. */
final class MemoryTest {

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator);

    @Test
    void the_oldest_records_of_the_largest_kind_are_dropped_and_their_identifiers_are_free_again() throws IOException {
        String customer = simulator.seedCustomer("{\"externalId\": \"C-0\"}");
        long ofOne = Weight.of(simulator.customers().getFirst());
        for (int i = 0; i < 4; i++) {
            simulator.seedRecord("note", "{\"customer\": \"%s\", \"body\": \"%s\"}".formatted(customer, i));
        }
        simulator.settings().values().memory = 4 * (weight() + 10 * ofOne);

        for (int i = 1; i < 40; i++) {
            int status = client.post("/v1/customers", "{\"externalId\": \"C-%s\"}".formatted(i))
                    .statusCode();
            assertThat(status).isEqualTo(201);
            assertThat(weight() - 2 * ofOne)
                    .isLessThanOrEqualTo(simulator.settings().values().memory / 4);
        }

        assertThat(simulator.records("note")).hasSize(4);
        assertThat(simulator.customers()).hasSizeBetween(8, 13);
        assertThat(simulator.customers().getLast().at("/attributes/externalId").asText())
                .isEqualTo("C-39");
        assertThat(client.get("/v1/customers/externalId=C-0").statusCode()).isEqualTo(404);
        assertThat(client.post("/v1/customers", "{\"externalId\": \"C-0\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_latest_record_of_each_kind_stays() throws IOException {
        for (int i = 0; i < 3; i++) {
            simulator.seedCustomer("{\"externalId\": \"C-%s\"}".formatted(i));
            simulator.seedRecord("company", "{\"name\": \"%s\"}".formatted(i));
        }
        simulator.settings().values().memory = 1;

        client.get("/v1/customers/externalId=C-2");

        assertThat(simulator.customers())
                .singleElement()
                .satisfies(customer -> assertThat(
                                customer.at("/attributes/externalId").asText())
                        .isEqualTo("C-2"));
        assertThat(simulator.records("company")).hasSize(1);
    }

    /** A changed, a deleted and a merged record count once, or no longer. */
    @Test
    void the_weight_is_that_of_the_records_that_exist() throws IOException {
        String first = simulator.seedCustomer("{\"name\": \"Ada\"}");
        String second = simulator.seedCustomer("{\"name\": \"Eve\"}");
        String conversation = simulator.seedConversation("{\"customer\": \"%s\"}".formatted(first));
        String company = simulator.seedRecord("company", "{\"name\": \"A\"}");
        simulator.updateCustomer(first, "{\"name\": \"Ada Lovelace\"}");
        simulator.updateRecord("company", company, "{\"name\": \"Analytical Engines\"}");
        simulator.closeConversation(conversation);
        client.send("DELETE", "/v1/customers/" + second, "");

        assertThat(simulator.organization.store().weight())
                .isEqualTo(weightOf(simulator.customers()) + weightOf(simulator.conversations()));
        assertThat(simulator.organization.recordsOf("company").weight())
                .isEqualTo(weightOf(simulator.records("company")));

        simulator.reset();

        assertThat(simulator.organization.store().weight()).isZero();
        assertThat(simulator.organization.recordsOf("company").weight()).isZero();
    }

    @Test
    void the_oldest_requests_are_dropped() throws IOException {
        simulator.settings().values().memory = 8 * 3 * 5_000;

        for (int i = 0; i < 9; i++) {
            client.get("/v1/customers/externalId=" + i);
        }

        assertThat(simulator.requests())
                .extracting(RecordedRequest::target)
                .hasSizeBetween(1, 3)
                .last()
                .isEqualTo("/v1/customers/externalId=8");
    }

    @Test
    void the_oldest_bulks_are_dropped() throws IOException {
        simulator.settings().values().memory = 16 * 20_000;
        String first = bulk();

        List<String> later = IntStream.range(0, 20).mapToObj(i -> bulk()).toList();

        assertThat(client.get("/v1/bulk/" + first).statusCode()).isEqualTo(404);
        assertThat(client.get("/v1/bulk/" + later.getLast()).statusCode()).isEqualTo(200);
        assertThat(later)
                .filteredOn(id -> status("/v1/bulk/" + id) == 200)
                .hasSizeBetween(1, 10)
                .containsExactlyElementsOf(later.subList(later.size() - found(later), later.size()));
    }

    @Test
    void the_oldest_deliveries_are_dropped_and_a_waiting_one_is_discarded() {
        Settings settings = new Settings();
        settings.values().memory = 32 * 1_000;
        WebhookSettings limits = new WebhookSettings();
        WebhookSender sender = new WebhookSender(settings, limits, new WebhookScript());
        try (sender;
                WebhookQueue queue = new WebhookQueue(settings, limits, new WebhookRegistry(limits), sender)) {
            List<WebhookJob> jobs =
                    IntStream.range(0, 5).mapToObj(MemoryTest::delivery).toList();

            jobs.forEach(queue::add);

            assertThat(queue.deliveries()).extracting(WebhookDelivery::eventId).containsExactly("3", "4");
            assertThat(jobs)
                    .extracting(job -> job.delivery().status())
                    .containsExactly(
                            WebhookDelivery.Status.DISCARDED,
                            WebhookDelivery.Status.DISCARDED,
                            WebhookDelivery.Status.DISCARDED,
                            WebhookDelivery.Status.PENDING,
                            WebhookDelivery.Status.PENDING);
        }
    }

    @Test
    void a_single_request_that_is_too_large_is_kept() {
        Settings settings = new Settings();
        settings.values().memory = 1;
        RequestLog log = new RequestLog(settings);

        log.add(new RecordedRequest(Instant.EPOCH, "GET", "1", Map.of(), "", OptionalInt.empty()));
        log.add(new RecordedRequest(Instant.EPOCH, "GET", "2", Map.of(), "", OptionalInt.empty()));

        assertThat(log.requests()).extracting(RecordedRequest::target).containsExactly("2");
    }

    private static WebhookJob delivery(int id) {
        return new WebhookJob(
                "w", "http://127.0.0.1:1", "kustomer.customer.create", String.valueOf(id), "x".repeat(400));
    }

    private String bulk() {
        return simulator.seedBulk("POST", "/v1/customers", "[{\"name\": \"Ada\"}]");
    }

    private int found(List<String> bulks) {
        return (int)
                bulks.stream().filter(id -> status("/v1/bulk/" + id) == 200).count();
    }

    private int status(String path) {
        try {
            return client.get(path).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long weight() {
        return weightOf(simulator.customers()) + weightOf(simulator.records("note"));
    }

    private static long weightOf(List<ObjectNode> records) {
        return records.stream().mapToLong(Weight::of).sum();
    }
}

package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The simulator keeps a limited number of requests and records. */
final class BoundsTest {

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator);

    @Test
    void the_oldest_requests_are_dropped() throws IOException {
        simulator.settings().maxRequests(3);

        for (int i = 0; i < 5; i++) {
            client.get("/v1/nowhere/" + i);
        }

        assertThat(simulator.requests())
                .extracting(RecordedRequest::target)
                .containsExactly("/v1/nowhere/2", "/v1/nowhere/3", "/v1/nowhere/4");
        assertThat(simulator.requests())
                .allSatisfy(request -> assertThat(request.status()).hasValue(404));
        assertThat(simulator.unexpected()).hasSize(3);
    }

    @Test
    void the_oldest_records_are_dropped_and_their_identifiers_are_free_again() throws IOException {
        simulator.settings().maxRecords(2);

        for (int i = 0; i < 4; i++) {
            assertThat(client.post("/v1/customers", "{\"externalId\": \"C-%s\"}".formatted(i))
                            .statusCode())
                    .isEqualTo(201);
            simulator.seedConversation("{}");
            simulator.seedRecord("note", "{\"body\": \"%s\"}".formatted(i));
        }

        assertThat(simulator.customers())
                .extracting(customer -> customer.at("/attributes/externalId").asText())
                .containsExactly("C-2", "C-3");
        assertThat(simulator.conversations()).hasSize(2);
        assertThat(simulator.records("note"))
                .extracting(note -> note.at("/attributes/body").asText())
                .containsExactly("2", "3");
        assertThat(client.get("/v1/customers/externalId=C-0").statusCode()).isEqualTo(404);
        assertThat(client.post("/v1/customers", "{\"externalId\": \"C-0\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_log_limits_the_length_of_all_bodies() {
        RequestLog log = new RequestLog(withoutLimitOfMemory());
        String body = "x".repeat(LoggedRequests.MAX_CHARACTERS / 2 - 1);

        for (int i = 0; i < 4; i++) {
            int number = log.add(request(String.valueOf(i)));
            log.amend(number, recorded -> recorded.withBody(body));
        }

        assertThat(log.requests()).extracting(RecordedRequest::target).containsExactly("2", "3");
    }

    @Test
    void the_rest_of_a_long_body_is_not_read() throws IOException {
        String body = "{\"name\": \"%s\"}".formatted("x".repeat(Exchange.MAX_BODY));

        int status = client.post("/v1/customers", body).statusCode();

        assertThat(status).isEqualTo(413);
        assertThat(simulator.requests().getFirst().body()).hasSize(Exchange.MAX_BODY);
    }

    @Test
    void the_log_limits_the_length_of_all_headers() {
        RequestLog log = new RequestLog(withoutLimitOfMemory());
        Map<String, List<String>> headers = Map.of("X-Long", List.of("x".repeat(LoggedRequests.MAX_CHARACTERS / 2)));

        for (int i = 0; i < 4; i++) {
            log.add(new RecordedRequest(Instant.EPOCH, "GET", String.valueOf(i), headers, "", OptionalInt.empty()));
        }

        assertThat(log.requests()).extracting(RecordedRequest::target).containsExactly("3");
    }

    @Test
    void the_log_limits_the_length_of_all_unknown_requests() {
        RequestLog log = new RequestLog(withoutLimitOfMemory());
        String body = "x".repeat(LoggedRequests.MAX_CHARACTERS / 2);

        for (int i = 0; i < 4; i++) {
            log.addUnexpected(request(String.valueOf(i)).withBody(body));
        }

        assertThat(log.unexpected()).extracting(RecordedRequest::target).containsExactly("3");
    }

    @Test
    void the_oldest_entries_are_dropped() {
        LatestEntries<Integer, String> entries = new LatestEntries<>(2);

        entries.put(1, "a");
        entries.put(2, "b");
        entries.put(1, "c");
        entries.findOrAdd(3, () -> "d");

        assertThat(entries.size()).isEqualTo(2);
        assertThat(entries.find(2)).isEmpty();
        assertThat(entries.findOrAdd(1, () -> "e")).isEqualTo("c");
        assertThat(entries.find(3)).hasValue("d");
    }

    @Test
    void an_event_for_a_silent_receiver_is_discarded_after_10_000_newer_ones() {
        Settings settings = new Settings();
        WebhookSettings limits = new WebhookSettings();
        WebhookSender sender = new WebhookSender(settings, limits, new WebhookScript());
        try (sender;
                WebhookQueue queue = new WebhookQueue(settings, limits, new WebhookRegistry(limits), sender)) {
            WebhookJob first = new WebhookJob("w", "http://127.0.0.1:1", "kustomer.customer.create", "0", "{}");
            queue.add(first);

            for (int i = 1; i <= 10_000; i++) {
                queue.add(
                        new WebhookJob("w", "http://127.0.0.1:1", "kustomer.customer.create", String.valueOf(i), "{}"));
            }

            assertThat(first.delivery().status()).isEqualTo(WebhookDelivery.Status.DISCARDED);
            assertThat(queue.deliveries())
                    .hasSize(10_000)
                    .allSatisfy(job -> assertThat(job.status()).isEqualTo(WebhookDelivery.Status.PENDING));
        }
    }

    @Test
    void the_oldest_files_are_dropped() {
        StoredFiles files = new StoredFiles(10);

        files.put("a", new byte[6]);
        files.put("a", new byte[4]);
        files.put("b", new byte[6]);
        assertThat(files.find("a")).isPresent();
        files.put("c", new byte[1]);

        assertThat(files.find("a")).isEmpty();
        assertThat(files.find("b")).isPresent();
        assertThat(files.find("c")).hasValue(new byte[1]);
    }

    private static Settings withoutLimitOfMemory() {
        Settings settings = new Settings();
        settings.values().memory = Long.MAX_VALUE;
        return settings;
    }

    private static RecordedRequest request(String target) {
        return new RecordedRequest(Instant.EPOCH, "POST", target, Map.of(), "", OptionalInt.empty());
    }
}

package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.operation.Bound.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.api.document.DocumentReference;
import io.camunda.connector.document.jackson.DocumentReferenceModel;
import io.camunda.connector.runtime.core.document.DocumentFactoryImpl;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FindMessageJobTest {
    private static final RequestMatcher DOWNLOADS = request -> request.path().startsWith("/uploads/");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(FindMessageConnector::new, kustomer);
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
    private final String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));

    @Test
    void the_result_expression_of_the_template_has_the_text_of_the_newest_message() {
        message("2026-01-01T09:00:00.000Z", "first");
        String newest = message("2026-01-03T09:00:00.000Z", "newest");
        message("2026-01-02T09:00:00.000Z", "second");

        JobEnding ending = jobs.run(ofConversation());

        assertThat(ending.completed().variables())
                .isEqualTo(tree(
                        "{\"messageFound\":true,\"messageId\":\"%s\",\"messageText\":\"newest\"}".formatted(newest)));
    }

    @ParameterizedTest
    @CsvSource({"newestFirst, 249 248 247, 3", "oldestFirst, 0 1 2, 3", "kustomer, 0 1 2, 1"})
    void an_order_is_right_over_all_pages(String order, String texts, int requests) {
        IntStream.range(0, 250)
                .forEach(i ->
                        message(String.format(Locale.ROOT, "2026-01-01T%02d:%02d:00.000Z", i / 60, i % 60), "" + i));

        JsonNode result =
                jobs.result(ofConversation().with("message.order", order).with("message.most", 3));

        assertThat(result.path("records"))
                .extracting(record -> record.at("/attributes/preview").asText())
                .containsExactly(texts.split(" "));
        assertThat(result.path("complete").asBoolean()).isFalse();
        assertThat(kustomer.requests()).hasSize(requests);
    }

    /** As texts, these times have another order. */
    @Test
    void the_order_is_that_of_the_times_in_any_spelling() {
        String message = "{\"id\":\"%s\",\"attributes\":{\"sentAt\":\"%s\"}}";
        String list = String.join(
                ",",
                message.formatted("b", "2026-01-01T09:00:00.500Z"),
                message.formatted("a", "2026-01-01T09:00:00Z"),
                message.formatted("d", "2026-01-01T09:30:00Z"),
                message.formatted("c", "2026-01-01T11:15:00+02:00"));
        kustomer.inject(
                Fault.json(Step.AFTER_READING, 200, "{\"data\":[" + list + "]}"), RequestMatcher.method("GET"), 1);

        JsonNode result = jobs.result(ofConversation().with("message.order", "oldestFirst"));

        assertThat(result.path("records"))
                .extracting(record -> record.path("id").asText())
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_message_of_another_direction_is_left_out() {
        String in = message("2026-01-01T09:00:00.000Z", "hello");
        kustomer.seedRecord(
                "message",
                "{\"conversation\":\"%s\",\"direction\":\"out\",\"sentAt\":\"2026-01-02T09:00:00.000Z\"}"
                        .formatted(conversation));

        JsonNode result = jobs.result(ofConversation().with("message.direction", "in"));

        assertThat(result.path("id").asText()).isEqualTo(in);
        assertThat(result.path("count").asInt()).isEqualTo(1);
        assertThat(result.path("complete").asBoolean()).isTrue();
    }

    @Test
    void an_absent_message_is_a_result_or_a_failure_by_choice() {
        Task task = jobs.task().with("message.by", "externalId").with("message.externalId", "mail-7");

        assertThat(jobs.result(task).path("found").asBoolean()).isFalse();
        assertThat(jobs.failure(task.with("options.ifAbsent", "fail")).code()).isEqualTo("KUSTOMER_NOT_FOUND");
        assertThat(jobs.failure(ofConversation().with("options.ifAbsent", "fail"))
                        .code())
                .isEqualTo("KUSTOMER_NOT_FOUND");
    }

    @Test
    void a_file_becomes_a_document_byte_for_byte_and_is_fetched_without_the_key() throws Exception {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        String message = withFile("bill \"7\".pdf", content, "");

        JsonNode file = jobs.result(documents()).path("attachments").path(0);

        assertThat(file.path("messageId").asText()).isEqualTo(message);
        assertThat(file.path("name").asText()).isEqualTo("bill \"7\".pdf");
        assertThat(file.path("problem").isNull()).isTrue();
        assertThat(file.at("/document/metadata/contentType").asText()).isEqualTo("application/pdf");
        assertThat(file.at("/document/metadata/fileName").asText()).isEqualTo("bill \"7\".pdf");
        assertThat(stored(file.path("document"))).isEqualTo(content);
        assertThat(kustomer.requests())
                .filteredOn(DOWNLOADS::matches)
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEmpty());
    }

    @Test
    void files_stay_in_kustomer_by_default() {
        withFile("bill.pdf", new byte[] {1}, "");

        assertThat(jobs.result(ofConversation()).path("attachments")).isEmpty();
        assertThat(kustomer.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "contentLength":26214401 | has 26214401 bytes, more than 26214400
                    "redacted":true          | was removed from the message
                    """)
    void a_file_that_must_not_be_copied_fails_or_is_left_out_by_choice(String attributes, String problem) {
        withFile("bill.pdf", new byte[] {1}, "," + attributes);

        JobEnding.Failed failed = jobs.failure(documents());
        JsonNode result = jobs.result(documents().with("message.ifNotCopied", "leaveOut"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.retries()).isZero();
        assertThat(failed.message())
                .startsWith("message.attachments can't copy the file ")
                .endsWith(problem);
        assertThat(result.at("/attachments/0/document").isNull()).isTrue();
        assertThat(result.at("/attachments/0/problem").asText()).isEqualTo(problem);
        assertThat(kustomer.requests()).noneMatch(DOWNLOADS::matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /attachments/ | was removed from the message
                    /uploads/     | is no longer in the file store
                    """)
    void a_file_that_is_gone_fails_or_is_left_out_by_choice(String path, String problem) {
        withFile("bill.pdf", new byte[] {1}, "");
        kustomer.inject(
                Fault.json(
                        Step.AFTER_READING,
                        404,
                        "{\"errors\":[{\"status\":404,\"code\":\"notfound\",\"title\":\"Not Found\"}]}"),
                request -> request.path().contains(path),
                2);

        JobEnding.Failed failed = jobs.failure(documents());
        JsonNode result = jobs.result(documents().with("message.ifNotCopied", "leaveOut"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).endsWith(problem);
        assertThat(result.at("/attachments/0/document").isNull()).isTrue();
        assertThat(result.at("/attachments/0/problem").asText()).isEqualTo(problem);
    }

    @Test
    void a_file_that_is_larger_than_it_says_is_not_read_to_its_end() {
        withFile("bill.pdf", new byte[25 * 1024 * 1024 + 1], ",\"contentLength\":5");

        JobEnding.Failed failed = jobs.failure(documents());

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).endsWith("because it has more than 26214400 bytes");
    }

    @Test
    void more_than_twenty_files_fail_or_the_rest_is_left_out_by_choice() {
        IntStream.range(0, 21).forEach(i -> withFile("bill.pdf", new byte[] {1}, ""));

        JobEnding.Failed failed = jobs.failure(documents().with("message.most", 50));
        int requests = kustomer.requests().size();
        JsonNode result = jobs.result(documents().with("message.most", 50).with("message.ifNotCopied", "leaveOut"));

        assertThat(failed.message()).isEqualTo("message.attachments would copy 21 files, at most 20 are allowed");
        assertThat(requests).isEqualTo(1);
        assertThat(result.path("attachments")).hasSize(21);
        assertThat(result.at("/attachments/19/document").isNull()).isFalse();
        assertThat(result.at("/attachments/20/problem").asText()).isEqualTo("is one of more than 20 files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.example.org",
                "https://ada:secret@files.example.org",
                "https://files.example.org:0",
                "/v1/files"
            })
    void a_file_is_fetched_from_no_unsafe_address(String address) {
        withFile("bill.pdf", new byte[] {1}, "");
        kustomer.settings().downloadUrl(address);

        JobEnding.Failed failed = jobs.failure(documents());

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        assertThat(failed.message())
                .startsWith("GET /v1/messages/{message}/attachments/{id} names an address of the file ")
                .contains("links.related is the address of the file is an assumption")
                .doesNotContain("files.example.org");
        assertThat(kustomer.requests()).hasSize(2);
    }

    @Test
    void a_file_is_fetched_only_from_an_allowed_host() {
        KustomerClient client =
                KustomerClient.create(Map.of("KUSTOMER_CONNECTOR_ALLOWED_HOSTS", "127.0.0.1,*.amazonaws.com"));
        JobHandling limited = JobHandling.of(
                new FindMessageConnector(ConnectorEnvironment.of(client, "test", new Random(1))), kustomer);
        withFile("bill.pdf", new byte[] {1}, "");
        kustomer.settings().downloadUrl("https://files.example.org");

        JobEnding.Failed failed = limited.failure(
                limited.task().with("message.conversation", conversation).with("message.attachments", "documents"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message())
                .startsWith("message.attachments would be fetched from files.example.org, which is not in ");
    }

    @Test
    void a_redirect_of_the_file_store_is_not_followed() {
        withFile("bill.pdf", new byte[] {1}, "");
        kustomer.inject(Fault.redirect(Step.AFTER_READING, kustomer.url() + "/elsewhere"), DOWNLOADS, 1);

        JobEnding.Failed failed = jobs.failure(documents());

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).endsWith("the file store answered 302");
        assertThat(kustomer.requests()).noneMatch(request -> request.path().equals("/elsewhere"));
    }

    @Test
    void a_file_that_is_cut_is_read_again_by_the_engine() throws Exception {
        withFile("bill.pdf", new byte[100_000], "");
        kustomer.inject(Fault.halfBody(Step.AFTER_STORING), DOWNLOADS, 1);

        JobEnding.Failed failed = jobs.failure(documents().withRetries(3));
        JsonNode result = jobs.result(documents().withRetries(2));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(failed.message()).endsWith("the connection to the file store broke");
        assertThat(stored(result.at("/attachments/0/document"))).hasSize(100_000);
    }

    @Test
    void a_file_that_stalls_ends_at_the_time_limit_of_the_task() {
        withFile("bill.pdf", new byte[100_000], "");
        kustomer.inject(Fault.slowDrip(Step.AFTER_STORING, Duration.ofSeconds(1)), DOWNLOADS, 1);

        JobEnding.Failed failed = jobs.failure(documents().with("options.timeoutSeconds", 1));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.message()).endsWith("no complete file within 1 s");
    }

    private Task ofConversation() {
        return jobs.task().with("message.conversation", conversation);
    }

    private Task documents() {
        return ofConversation().with("message.attachments", "documents");
    }

    private String message(String sentAt, String text) {
        return kustomer.seedRecord(
                "message",
                "{\"conversation\":\"%s\",\"customer\":\"%s\",\"direction\":\"in\",\"sentAt\":\"%s\",\"preview\":\"%s\"}"
                        .formatted(conversation, customer, sentAt, text));
    }

    private String withFile(String name, byte[] content, String attributes) {
        String file = kustomer.seedFile(
                "{\"name\":%s,\"contentType\":\"application/pdf\"%s}"
                        .formatted(new ObjectMapper().valueToTree(name), attributes),
                content);
        return kustomer.seedRecord(
                "message",
                "{\"conversation\":\"%s\",\"sentAt\":\"2026-01-01T09:00:00.000Z\",\"attachments\":[{\"_id\":\"%s\"}]}"
                        .formatted(conversation, file));
    }

    /** The content of the document, read as another task reads it. */
    private static byte[] stored(JsonNode document) throws Exception {
        DocumentReference reference =
                new ObjectMapper().treeToValue(document, DocumentReferenceModel.CamundaDocumentReferenceModel.class);
        return new DocumentFactoryImpl(InMemoryDocumentStore.INSTANCE)
                .resolve(reference)
                .asByteArray();
    }
}

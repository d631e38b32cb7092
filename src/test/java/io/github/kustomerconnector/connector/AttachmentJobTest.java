package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.document.DocumentCreationRequest;
import io.camunda.connector.api.document.DocumentReference.CamundaDocumentReference;
import io.camunda.connector.runtime.core.document.DocumentFactoryImpl;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.github.kustomerconnector.client.KustomerClient;
import io.github.kustomerconnector.http.MappedClients;
import io.github.kustomerconnector.simulator.Contract;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads documents of Camunda's document store for messages and notes. */
final class AttachmentJobTest {
    private static final RequestMatcher UPLOADS = RequestMatcher.path("/uploads");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final JobHandling jobs = JobHandling.newRuntime(CreateMessageConnector::new, kustomer);
    private final String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
    private final String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));

    @Test
    void a_document_arrives_byte_for_byte_and_the_message_refers_to_it() {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);

        run(task().with("message.attachments", document("bill \"7\".pdf", "application/pdf", content)));

        JsonNode attachment = message().at("/attributes/attachments/0");
        assertThat(kustomer.uploaded(attachment.path("_id").asText())).hasValue(content);
        assertThat(attachment.path("name").asText()).isEqualTo("bill \"7\".pdf");
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/pdf");
        assertThat(attachment.path("contentLength").asInt()).isEqualTo(300_000);
    }

    @Test
    void is_announced_uploaded_without_the_key_and_then_recorded() {
        run(task().with("message.attachments", List.of(text("a.txt"), text("b.txt"))));

        assertThat(kustomer.requests())
                .extracting(RecordedRequest::method)
                .containsExactly("PUT", "POST", "PUT", "POST", "POST");
        assertThat(kustomer.requests()).filteredOn(UPLOADS::matches).hasSize(2).allSatisfy(upload -> {
            assertThat(upload.header("Authorization")).isEmpty();
            assertThat(upload.toString() + upload.headers() + upload.body()).doesNotContain(KustomerSimulator.API_KEY);
        });
        assertThat(kustomer.requests())
                .filteredOn(request -> !UPLOADS.matches(request))
                .allSatisfy(request -> assertThat(
                                Contract.live().requestProblems(request.method(), request.path(), request.json()))
                        .isEmpty());
    }

    @Test
    void a_note_takes_documents_too() {
        JobHandling notes = JobHandling.newRuntime(CreateNoteConnector::new, kustomer);

        notes.run(notes.task()
                        .with("note.conversation", conversation)
                        .with("note.body", "See the bill")
                        .with("note.attachments", text("bill.txt")))
                .completed();

        JsonNode attachment = kustomer.records("note").getFirst().at("/attributes/attachments/0");
        assertThat(kustomer.uploaded(attachment.path("_id").asText())).isPresent();
    }

    @Test
    void files_that_kustomer_has_are_only_referred_to() {
        run(task().with("message.attachments", text("a.txt")));
        String id = message().at("/attributes/attachments/0/_id").asText();

        run(task().withElementInstanceKey(4712).with("message.attachments", id));

        assertThat(kustomer.records("message")
                        .getLast()
                        .at("/attributes/attachments/0")
                        .asText())
                .isEqualTo(id);
        assertThat(kustomer.requests()).filteredOn(UPLOADS::matches).hasSize(1);
    }

    /** A task that was a Find Kustomer Messages keeps the choice of that form in the field. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "documents"})
    void a_choice_of_another_form_is_neither_a_document_nor_an_id(String choice) {
        JobEnding.Failed failed = jobs.failure(task().with("message.attachments", choice));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message())
                .contains("message.attachments is neither a document nor the Kustomer ID of a file")
                .doesNotContain("name");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void documents_of_two_stores_with_one_id_are_two_files() {
        Map<String, Object> first = text("a.txt");
        Map<String, Object> second = new HashMap<>(first);
        second.put("storeId", "another");

        run(task().with("message.attachments", List.of(first, second)));

        List<String> ids = message().at("/attributes/attachments").findValuesAsText("_id");
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
        assertThat(kustomer.requests()).filteredOn(UPLOADS::matches).hasSize(2);
    }

    @Test
    void a_task_that_runs_again_uploads_the_same_file_and_records_nothing_twice() {
        Task task = task().with("message.attachments", text("a.txt"));
        run(task);
        run(task);

        assertThat(kustomer.records("message")).hasSize(1);
        assertThat(kustomer.records("attachment")).hasSize(1);
    }

    @Test
    void a_message_that_was_sent_with_a_document_needs_it_no_more() {
        JobHandling sending = JobHandling.newRuntime(SendMessageConnector::new, kustomer);
        Task task = sending.task()
                .with("draft.id", null)
                .with("draft.customer", customer)
                .with("draft.channel", "chat")
                .with("draft.body", "Here it is");
        sending.run(task.with("draft.attachments", text("a.txt"))).completed();
        int before = kustomer.requests().size();

        sending.run(task.with("draft.attachments", reference("gone", "hash", "a.txt", "text/plain", 3)))
                .completed();

        assertThat(kustomer.requests()).hasSize(before);
    }

    @Test
    void another_task_with_the_same_document_leaves_the_first_ones_file_alone() {
        Map<String, Object> document = text("a.txt");
        run(task().with("message.attachments", document));
        run(task().withElementInstanceKey(4712).with("message.attachments", document));

        assertThat(kustomer.records("attachment")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/attachments", "/uploads"})
    void a_lost_answer_is_tried_again_by_the_engine_and_nothing_was_recorded(String path) {
        kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.path(path), 1);
        Task task = task().with("message.attachments", text("a.txt"));

        JobEnding.Failed failed = jobs.failure(task);

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(kustomer.records("message")).isEmpty();
        run(task);
        assertThat(kustomer.records("attachment")).hasSize(1);
        assertThat(kustomer.records("message")).hasSize(1);
    }

    @Test
    void a_file_store_that_refuses_is_final_and_names_the_field() {
        kustomer.inject(Fault.status(Step.AFTER_READING, 403, Map.of()), UPLOADS, 1);

        JobEnding.Failed failed = jobs.failure(task().with("message.attachments", List.of(text("a.txt"))));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(failed.message()).isEqualTo("message.attachments[0]: the upload answered 403");
        assertThat(failed.retries()).isZero();
    }

    @Test
    void a_file_store_that_is_down_is_tried_again() {
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), UPLOADS, 1);

        assertThat(jobs.failure(task().with("message.attachments", text("a.txt")))
                        .code())
                .isEqualTo("KUSTOMER_UNAVAILABLE");
    }

    @Test
    void a_redirected_upload_is_not_followed() {
        kustomer.inject(Fault.redirect(Step.AFTER_READING, kustomer.url() + "/elsewhere"), UPLOADS, 1);

        JobEnding.Failed failed = jobs.failure(task().with("message.attachments", text("a.txt")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_REJECTED");
        assertThat(kustomer.requests()).noneMatch(request -> request.path().equals("/elsewhere"));
    }

    @Test
    void a_file_goes_to_no_open_address() {
        kustomer.settings().uploadUrl("http://files.example.org/uploads");

        JobEnding.Failed failed = jobs.failure(task().with("message.attachments", text("a.txt")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        assertThat(failed.message()).contains("does not begin with https://");
        assertThat(kustomer.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.example.org:0/uploads",
                "https://files.example.org:70000/uploads",
                "https://ada:secret@files.example.org/uploads"
            })
    void a_file_goes_to_no_address_with_a_user_or_an_invalid_port(String address) {
        kustomer.settings().uploadUrl(address);

        JobEnding.Failed failed = jobs.failure(task().with("message.attachments", text("a.txt")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        assertThat(failed.message()).contains("with a user or an invalid port");
        assertThat(kustomer.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/uploads",
                "https://LOCALHOST./uploads",
                "https://files.localhost/uploads",
                "https://127.0.0.1:9200/uploads",
                "https://[::1]/uploads",
                "http://127.0.0.1:9200/uploads"
            })
    void a_file_goes_to_no_service_on_the_computer_of_the_runtime(String address) {
        kustomer.settings().uploadUrl(address);
        URI elsewhere = URI.create("https://acme.api.kustomerapp.com");
        KustomerClient client = MappedClients.create(elsewhere, kustomer.baseUrl());
        JobHandling there = JobHandling.of(
                new CreateMessageConnector(ConnectorEnvironment.of(client, "test", new Random(1))), kustomer);
        Task task = task().with("server.region", "organization").with("server.organization", "acme");

        JobEnding.Failed failed = there.failure(task.with("message.attachments", text("a.txt")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNREADABLE");
        assertThat(failed.message()).contains("names an upload address on the computer of the connector runtime");
        assertThat(kustomer.requests()).extracting(RecordedRequest::method).containsExactly("PUT");
        assertThat(kustomer.records("message")).isEmpty();
    }

    @Test
    void a_404_of_a_gateway_to_the_announcement_is_tried_again() {
        kustomer.inject(Fault.html(Step.AFTER_READING, 404), RequestMatcher.path("/v1/attachments"), 1);

        JobEnding.Failed failed = jobs.failure(task().with("message.attachments", text("a.txt")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.message()).contains("The answer is not Kustomer's");
    }

    @Test
    void a_file_goes_only_to_a_host_that_the_operator_allows() {
        kustomer.settings().uploadUrl("https://files.example.org/uploads");

        JobEnding.Failed failed =
                limitedTo("127.0.0.1, *.amazonaws.com").failure(task().with("message.attachments", text("a.txt")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message())
                .contains("would be uploaded to files.example.org, which is not in KUSTOMER_CONNECTOR_ALLOWED_HOSTS");
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void a_task_goes_only_to_a_host_that_the_operator_allows() {
        JobEnding.Failed failed = limitedTo("*.kustomerapp.com").failure(task());

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message())
                .contains("server leads to 127.0.0.1, which is not in KUSTOMER_CONNECTOR_ALLOWED_HOSTS");
        assertThat(kustomer.requests()).isEmpty();
        limitedTo("127.0.0.1").run(task()).completed();
    }

    private JobHandling limitedTo(String hosts) {
        KustomerClient client = KustomerClient.create(Map.of("KUSTOMER_CONNECTOR_ALLOWED_HOSTS", hosts));
        return JobHandling.of(
                new CreateMessageConnector(ConnectorEnvironment.of(client, "test", new Random(1))), kustomer);
    }

    @Test
    void an_absent_document_fails_the_job_without_its_address() {
        Map<String, Object> gone = reference("gone", "hash", "a.txt", "text/plain", 3);

        JobEnding.Failed failed = jobs.failure(task().with("message.attachments", gone));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAVAILABLE");
        assertThat(failed.message()).isEqualTo("message.attachments: the document can't be read (RuntimeException)");
        assertThat(kustomer.records("message")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 11, 20})
    void a_document_that_is_not_as_long_as_it_says_is_not_uploaded(int length) {
        CamundaDocumentReference stored = stored("a.txt", "text/plain", new byte[10]);
        Map<String, Object> wrong =
                reference(stored.getDocumentId(), stored.getContentHash(), "a.txt", "text/plain", length);

        JobEnding.Failed failed = jobs.failure(task().with("message.attachments", wrong));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message())
                .contains(
                        "message.attachments does not have the length in its metadata, which is " + length + " bytes");
        assertThat(kustomer.records("message")).isEmpty();
    }

    @Test
    void a_document_that_is_too_large_is_refused_before_anything_is_sent() {
        Map<String, Object> large = reference("any", "hash", "a.txt", "text/plain", 26 * 1024 * 1024);

        JobEnding.Failed failed = jobs.failure(task().with("message.attachments", large));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).contains("message.attachments has 27262976 bytes, at most 26214400");
        assertThat(kustomer.requests()).isEmpty();
    }

    @Test
    void a_key_that_may_not_upload_gets_a_message_with_the_role() {
        kustomer.addKey("eyJsmall", Set.of("org.permission.message.create"));

        JobEnding.Failed failed = jobs.failure(
                task().with("authentication.apiKey", "eyJsmall").with("message.attachments", text("a.txt")));

        assertThat(failed.code()).isEqualTo("KUSTOMER_UNAUTHORIZED");
        assertThat(failed.message()).contains("org.permission.message.update");
    }

    private Task task() {
        return jobs.task()
                .with("message.conversation", conversation)
                .with("message.customer", null)
                .with("message.preview", "See the bill");
    }

    private void run(Task task) {
        jobs.run(task).completed();
    }

    private ObjectNode message() {
        return kustomer.records("message").getLast();
    }

    private static Map<String, Object> text(String name) {
        return document(name, "text/plain", name.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> document(String name, String type, byte[] content) {
        CamundaDocumentReference stored = stored(name, type, content);
        return reference(stored.getDocumentId(), stored.getContentHash(), name, type, content.length);
    }

    private static CamundaDocumentReference stored(String name, String type, byte[] content) {
        return (CamundaDocumentReference) new DocumentFactoryImpl(InMemoryDocumentStore.INSTANCE)
                .create(DocumentCreationRequest.from(content)
                        .contentType(type)
                        .fileName(name)
                        .build())
                .reference();
    }

    /** The reference that the document store writes into a variable. */
    private static Map<String, Object> reference(String id, String hash, String name, String type, int size) {
        return Map.of(
                "camunda.document.type",
                "camunda",
                "storeId",
                "in-memory",
                "documentId",
                id,
                "contentHash",
                hash,
                "metadata",
                Map.of("fileName", name, "contentType", type, "size", size));
    }
}

package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.TestClient.error;
import static io.github.kustomerconnector.simulator.TestClient.id;
import static io.github.kustomerconnector.simulator.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's notes, messages, drafts and attachments. */
class TimelineTest {

    private static final String OWN_ID = "0123456789abcdef01234567";
    private static final String MESSAGE = "{\"channel\": \"sms\", \"app\": \"shop\", \"preview\": \"Hi\"}";
    private static final String DRAFT = "{\"channel\": \"sms\", \"body\": \"Hi\"}";
    private static final String NOW = "{\"channel\": \"sms\", \"sendAt\": \"2020-01-01T00:00:00Z\"}";

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator);

    private final String customer = simulator.seedCustomer("{\"name\": \"Jane\"}");
    private final String conversation = simulator.seedConversation("{\"customer\": \"%s\"}".formatted(customer));
    private final String notes = "/v1/conversations/" + conversation + "/notes";
    private final String messages = "/v1/conversations/" + conversation + "/messages";
    private final String drafts = "/v1/customers/" + customer + "/drafts";

    @ParameterizedTest
    @ValueSource(strings = {"createdAt", "modifiedAt", "createdBy", "modifiedBy"})
    void only_an_administrator_sets_the_author_and_the_times(String field) throws IOException {
        simulator.addKey("clerk", Set.of("org.user.note.write", "org.user.message.write"));
        simulator.addKey("chief", Set.of("org.user.note.write", "org.user.message.write", "org.admin"));
        String value = field.endsWith("At") ? "2020-01-01T00:00:00Z" : OWN_ID;
        String note = "{\"body\": \"x\", \"%s\": \"%s\"}".formatted(field, value);
        String message = MESSAGE.replace("}", ", \"%s\": \"%s\"}".formatted(field, value));
        String path = "/v1/messages/" + id(client.post(messages, MESSAGE));

        try (TestClient clerk = new TestClient(simulator, "clerk");
                TestClient chief = new TestClient(simulator, "chief")) {
            assertThat(clerk.post(notes, note).statusCode()).isEqualTo(403);
            assertThat(clerk.post(messages, message).statusCode()).isEqualTo(403);
            assertThat(clerk.send("PUT", path, "{\"%s\": \"%s\"}".formatted(field, value))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(clerk.post(notes, "{\"body\": \"x\"}").statusCode()).isEqualTo(201);
            assertThat(chief.post(notes, note).statusCode()).isEqualTo(201);
            assertThat(chief.post(messages, message).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void a_conversation_counts_its_messages_and_notes() throws IOException {
        String note = id(client.post(notes, "{\"body\": \"x\"}"));
        client.post(notes, "{\"body\": \"y\"}");
        client.post(messages, MESSAGE);
        client.post(messages, "{\"channel\": \"email\", \"app\": \"shop\", \"direction\": \"out\"}");
        client.post(messages, MESSAGE);
        client.send("DELETE", "/v1/notes/" + note, "");

        JsonNode attributes =
                json(client.get("/v1/conversations/" + conversation)).at("/data/attributes");
        assertThat(attributes.path("noteCount").asInt()).isEqualTo(1);
        assertThat(attributes.path("messageCount").asInt()).isEqualTo(3);
        assertThat(attributes.path("outboundMessageCount").asInt()).isEqualTo(1);
        assertThat(attributes.path("channels")).hasToString("[\"sms\",\"email\"]");
        assertThat(attributes.path("rev").asInt()).isEqualTo(1);
    }

    @Test
    void an_imported_note_counts_for_the_limit_of_its_customer_and_an_imported_message_does_not() throws IOException {
        simulator.settings().customerRateLimit(1);
        String path = "/v1/conversations/" + conversation;
        String note = "{\"body\": \"x\", \"importedAt\": \"2020-01-01T00:00:00Z\"}";
        String message = "{\"channel\": \"email\", \"app\": \"a\", \"importedAt\": \"2020-01-01T00:00:00Z\"}";

        assertThat(client.post(path + "/notes", note).statusCode()).isEqualTo(201);
        assertThat(client.post(path + "/notes", note).statusCode()).isEqualTo(429);
        assertThat(client.post(path + "/messages", message).statusCode()).isEqualTo(201);
        assertThat(client.post(path + "/messages", message).statusCode()).isEqualTo(201);
    }

    @Test
    void replies_keep_the_contract() throws IOException {
        String note = id(checked("POST", notes, "{\"body\": \"Hi\"}", 201));
        String message = id(checked("POST", messages, MESSAGE, 201));
        String draft = id(checked("POST", drafts, DRAFT, 200));
        checked("POST", "/v1/customers/" + customer + "/messages", MESSAGE, 201);
        checked("GET", notes, "", 200);
        checked("GET", messages, "", 200);
        checked("GET", drafts, "", 200);
        checked("GET", "/v1/notes/" + note, "", 200);
        checked("GET", "/v1/messages/" + message, "", 200);
        checked("GET", "/v1/customers/" + customer + "/messages", "", 200);
        checked("PUT", "/v1/messages/" + message, "{\"preview\": \"Ho\"}", 200);
        checked(
                "PUT",
                "/v1/notes/" + note,
                "{\"conversation\": \"%s\", \"body\": \"Ho\"}".formatted(conversation),
                200);
        checked("PUT", "/v1/drafts/" + draft, NOW, 200);
        checked(
                "PUT",
                "/v1/attachments/" + OWN_ID,
                "{\"name\": \"a\", \"contentType\": \"a/b\", \"contentLength\": 1}",
                200);
        checked("POST", "/v1/attachments", "{\"name\": \"a\", \"contentType\": \"a/b\", \"contentLength\": 1}", 201);

        assertThat(simulator.unexpected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "message"})
    void a_second_create_with_the_same_id_is_a_conflict(String kind) throws IOException {
        String path = kind.equals("note") ? notes : messages;
        String body = (kind.equals("note") ? "{\"body\": \"Hi\"}" : MESSAGE)
                .replaceFirst("\\{", "{\"id\": \"" + OWN_ID + "\", ");

        HttpResponse<String> first = client.post(path, body);
        HttpResponse<String> second = client.post(path, body);

        assertThat(id(first)).isEqualTo(OWN_ID);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(simulator.records(kind)).hasSize(1);
    }

    @Test
    void a_repeated_message_of_a_customer_creates_no_second_conversation() throws IOException {
        String path = "/v1/customers/" + customer + "/messages";
        String body = MESSAGE.replaceFirst("\\{", "{\"id\": \"" + OWN_ID + "\", ");

        client.post(path, body);
        HttpResponse<String> second = client.post(path, body);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(simulator.conversations()).hasSize(2);
    }

    @Test
    void a_message_is_found_by_its_external_id() throws IOException {
        String id = id(client.post(messages, MESSAGE.replaceFirst("\\{", "{\"externalId\": \"m 1\", ")));

        assertThat(id(client.get("/v1/messages/externalid=m%201"))).isEqualTo(id);
        assertThat(client.get("/v1/messages/externalid=m%202").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"body\": \"\"}", "{\"body\": \"x\", \"nick\": 1}", "{\"body\": \"x\", \"id\": \"7\"}"})
    void a_note_that_breaks_the_contract_is_refused(String body) throws IOException {
        assertThat(client.post(notes, body).statusCode()).isEqualTo(400);
        assertThat(simulator.records("note")).isEmpty();
    }

    @Test
    void the_fields_of_a_draft_depend_on_its_channel() throws IOException {
        HttpResponse<String> response = client.post(drafts, "{\"channel\": \"sms\", \"subject\": \"Hi\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response).at("/source/parameter").asText()).isEqualTo("subject");
    }

    @Test
    void a_draft_is_sent_only_after_it_has_a_send_time() throws IOException {
        String draft = id(client.post(drafts, DRAFT));
        assertThat(simulator.records("message")).isEmpty();

        client.send("PUT", "/v1/drafts/" + draft, NOW);

        assertThat(simulator.records("message"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.at("/attributes/preview").asText()).isEqualTo("Hi"));
    }

    @ParameterizedTest
    @CsvSource({"true, 409, 1", "false, 404, 0"})
    void a_sent_draft_is_listed_as_configured_and_is_sent_once(boolean listed, int status, int left)
            throws IOException {
        simulator.settings().sentDraftsListed(listed);
        String draft = id(client.post(drafts, DRAFT));
        client.send("PUT", "/v1/drafts/" + draft, NOW);

        assertThat(client.send("PUT", "/v1/drafts/" + draft, NOW).statusCode()).isEqualTo(status);
        assertThat(json(client.get(drafts)).path("data")).hasSize(left);
        assertThat(simulator.records("message")).hasSize(1);
    }

    @Test
    void a_draft_has_its_payload_only_if_configured() throws IOException {
        String body = "{\"channel\": \"sms\", \"body\": \"Hi\", \"payload\": {\"a\": 1}}";
        client.post(drafts, body);
        simulator.settings().draftPayloads(false);
        client.post(drafts, body);

        JsonNode data = json(client.get(drafts)).path("data");
        assertThat(data.at("/0/attributes/payload/a").asInt()).isEqualTo(1);
        assertThat(data.at("/1/attributes").has("payload")).isFalse();
    }

    @Test
    void each_kind_of_record_has_its_own_rate_limit_per_customer() throws IOException {
        simulator.settings().customerRateLimit(1);

        assertThat(client.post(notes, "{\"body\": \"Hi\"}").statusCode()).isEqualTo(201);
        assertThat(client.post(messages, MESSAGE).statusCode()).isEqualTo(201);
        assertThat(client.post(drafts, DRAFT).statusCode()).isEqualTo(200);
        assertThat(client.post(notes, "{\"body\": \"Hi\"}").statusCode()).isEqualTo(429);
    }

    @Test
    void a_file_that_was_not_uploaded_cannot_be_attached() throws IOException {
        HttpResponse<String> response =
                client.post(messages, MESSAGE.replaceFirst("\\{", "{\"attachments\": [\"" + OWN_ID + "\"], "));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response).at("/source/parameter").asText()).isEqualTo("attachments");
    }

    @Test
    void an_upload_with_the_issued_fields_is_stored() throws IOException {
        HttpResponse<String> response = upload(Map.of(), form(policy(3), "abc"));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(simulator.uploaded(OWN_ID)).hasValue(new byte[] {'a', 'b', 'c'});
    }

    @Test
    void an_upload_with_a_key_or_another_length_field_or_order_is_refused() throws IOException {
        JsonNode fields = policy(3);
        String whole = form(fields, "abc");
        int file = whole.indexOf("--b\r\nContent-Disposition: form-data; name=\"file\"");
        String fileFirst =
                whole.substring(file, whole.length() - "--b--\r\n".length()) + whole.substring(0, file) + "--b--\r\n";

        assertThat(upload(Map.of("Authorization", "Bearer x"), whole).statusCode())
                .isEqualTo(400);
        assertThat(upload(Map.of(), form(fields, "abcd")).statusCode()).isEqualTo(400);
        assertThat(upload(Map.of(), whole.replace("private", "public-read")).statusCode())
                .isEqualTo(400);
        assertThat(upload(Map.of(), fileFirst).statusCode()).isEqualTo(400);
        assertThat(upload(Map.of(), "no form").statusCode()).isEqualTo(400);
        assertThat(simulator.uploaded(OWN_ID)).isEmpty();
    }

    private HttpResponse<String> checked(String method, String path, String body, int status) throws IOException {
        HttpResponse<String> response = client.send(method, path, body);
        assertThat(response.statusCode()).as("%s %s", method, path).isEqualTo(status);
        assertThat(Contract.live().responseProblems(method, path, status, json(response)))
                .as("%s %s", method, path)
                .isEmpty();
        return response;
    }

    private JsonNode policy(int length) throws IOException {
        String body = "{\"name\": \"a\", \"contentType\": \"text/plain\", \"contentLength\": %s}".formatted(length);
        return json(client.send("PUT", "/v1/attachments/" + OWN_ID, body)).at("/meta/upload/fields");
    }

    private HttpResponse<String> upload(Map<String, String> headers, String form) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.baseUrl().resolve("/uploads"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return client.send(request.build());
    }

    private static String form(JsonNode fields, String file) {
        StringBuilder form = new StringBuilder();
        fields.properties()
                .forEach(field -> part(form, field.getKey(), field.getValue().asText()));
        part(form, "file", file);
        return form.append("--b--\r\n").toString();
    }

    private static void part(StringBuilder form, String name, String value) {
        form.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n");
    }
}

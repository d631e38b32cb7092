package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.components;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.FormRules;
import io.github.kustomerconnector.operation.FormSamples;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateMessageTest implements FormRules {

    private static final String ID = "5f1e2d3c4b5a69788796a5b4";
    private static final String TIME = "\"2026-01-31T00:00:00.000Z\"";

    @Override
    public Class<MessageFields> form() {
        return MessageFields.class;
    }

    @Override
    public Json body(String variables) {
        return json(sent(call(variables)));
    }

    @Override
    public Set<String> otherFields() {
        return Set.of("additionalFields", "parent");
    }

    @Override
    public FormSamples samples() {
        String id = '"' + ID + '"';
        return new FormSamples("message")
                .needed("conversation", "channel", "app", "preview")
                .unsent("conversation")
                .derived("id")
                .with("conversation", id)
                .with("customer", id)
                .with("channel", "\"email\"")
                .with("app", "\"shop\"")
                .with("direction", "\"in\"")
                .with("subject", "\"Order 4711\"")
                .with("preview", "\"Where is it?\"")
                .with("attachments", id, '[' + id + ']')
                .with("externalId", "\"M-1\"")
                .with("id", "\"5f1e2d3c4b5a69788796a5b5\"")
                .with("status", "\"Received\"", "\"received\"")
                .with("sentAt", "\"2026-01-31\"", TIME)
                .with("lang", "\"en_us\"")
                .with("sentiment", "{\"polarity\":1,\"confidence\":0.5}")
                .with("custom", "{\"orderStr\":\"4711\"}")
                .with("meta", "{\"from\":\"a@example.org\"}")
                .with("related", id)
                .with("reference", "{\"message\":%s,\"type\":\"reply\"}".formatted(id))
                .with("auto", "true")
                .with("source", "\"bulk\"")
                .with("queue", id, "{\"id\":" + id + "}")
                .with("shortcuts", "\"s1\"", "[\"s1\"]")
                .with("kbArticles", "[\"k1\"]")
                .with("location", "{\"cityName\":\"Berlin\",\"countryCode\":\"DE\"}")
                .with("size", "\"2048\"", "2048")
                .with("error", "{\"code\":\"bounced\",\"source\":{\"a\":1}}")
                .with("errorAt", "\"2026-01-31\"", TIME)
                .with("importedAt", "\"2026-01-31\"", TIME)
                .with("createdAt", "\"2026-01-31\"", TIME)
                .with("createdBy", id)
                .with("modifiedAt", "\"2026-01-31\"", TIME)
                .with("modifiedBy", id);
    }

    @Test
    void every_field_of_the_api_is_in_the_form() {
        assertThat(components(MessageFields.class))
                .containsAll(described("live-messages.json", "MessageCreate"))
                .containsAll(described("live-messages.json", "MessageOfConversationCreate"))
                .containsAll(described("live-messages.json", "MessageOfCustomerCreate"));
    }

    @Test
    void a_message_with_every_field_keeps_the_contract() {
        Request request = call(samples().variables(fields())).request();

        assertThat(request.path().encoded()).isEqualTo("/v1/conversations/" + ID + "/messages");
        assertThat(request.role()).hasToString("org.permission.message.create (or org.user.message.write)");
        assertThat(contractProblems(request)).isEmpty();
    }

    @Test
    void a_message_of_a_customer_keeps_the_contract_of_its_path() {
        Set<String> names = fields();
        names.remove("conversation");

        Request request = call(samples().variables(names)).request();

        assertThat(request.path().encoded()).isEqualTo("/v1/customers/" + ID + "/messages");
        assertThat(FormSamples.sent(request, "customer")).isEmpty();
        assertThat(contractProblems(request)).isEmpty();
    }

    @Test
    void an_update_keeps_the_contract_and_omits_ids_of_attachments() {
        Call.Create call = call(samples().variables(fields()));
        Resource found = Resource.read(json("{\"id\":\"%s\"}".formatted(ID))).orElseThrow();

        Request update = call.policy().update().apply(found).orElseThrow();

        assertThat(update).hasToString("PUT /v1/messages/{id}");
        assertThat(FormSamples.sent(update, "attachments")).isEmpty();
        assertThat(contractProblems(update)).isEmpty();
    }

    @Test
    void the_id_is_derived_from_the_external_id_and_both_find_the_message_again() {
        Call.Create call = call(samples().variablesWith("externalId"));

        assertThat(call.policy().lookups())
                .extracting(lookup -> lookup.request().path().encoded())
                .containsExactly("/v1/messages/" + TASK.ofExternalId("M-1").objectId(), "/v1/messages/externalid=M-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"preview\":\" \"",
                "\"custom\":{\"orderStr\":\"\"}",
                "\"externalId\":\"M-1\",\"direction\":\"in\",\"status\":\"sent\",\"sentAt\":\"2026-01-31\"",
                "\"attachments\":[]"
            })
    void a_message_without_content_is_refused_unless_it_is_wanted(String fields) {
        String variables = samples().variables(List.of("conversation", "channel", "app"), fields);

        assertThat(refusal(() -> call(variables)))
                .contains("message has no data: fill in message.subject or message.preview, or choose create in"
                        + " content.ifEmpty");
        assertThat(refusal(() -> call(variables.replaceFirst("\\{", "{\"content\":{\"ifEmpty\":\"create\"},"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"preview":"Where is it?"}     | "idempotencyKey":"k"                                 | subject
                    {"preview":"Where is it?"}     | "idempotencyKey":"k","onDuplicate":"updateExisting"  |
                    {"preview":"Where is it?","subject":"Order 4711"} | "idempotencyKey":"k"              |
                    {"preview":"I found it"}       | "idempotencyKey":"k"                                 | preview
                    {"subject":"Order 4712"}       | "idempotencyKey":"k"                                 | subject
                    {"subject":"Order 4712"}       | "idempotencyKey":"k","onDuplicate":"updateExisting"  |
                    {"subject":"Order 4712"}       | ``                                                   |
                    """)
    void a_message_with_the_same_key_and_other_content_is_foreign(
            String attributes, String options, @Nullable String field) {
        String message = samples().variablesWith("subject");
        Call.Create call = call(message.substring(0, message.length() - 1) + ",\"options\":{" + options + "}}");
        Resource found = new Resource(ID, "message", json(attributes), json("{}"));

        assertThat(call.policy().foreign().apply(call.policy().lookups().getFirst(), found))
                .isEqualTo(Optional.ofNullable(field));
    }

    @Test
    void a_task_without_a_message_is_refused() {
        assertThat(refusal(() -> call("{}"))).contains("message.conversation is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "application/pdf"          | application/pdf
                    " text/plain;charset=utf-8 " | text/plain;charset=utf-8
                    "image/svg+xml"            | image/svg+xml
                    "pdf"                      | application/octet-stream
                    "image/*"                  | application/octet-stream
                    "*/*"                      | application/octet-stream
                    "application/"             | application/octet-stream
                    "text/plain, text/html"    | application/octet-stream
                    "application/pdf\\u200b"   | application/pdf
                    7                          | application/octet-stream
                    ""                         | application/octet-stream
                    null                       | application/octet-stream
                    """)
    void a_document_whose_type_names_no_format_is_sent_as_bytes(String given, String sent) {
        Call.Create call = call(samples()
                .variablesAnd(
                        "\"attachments\":{\"camunda.document.type\":\"camunda\",\"documentId\":\"d\",\"metadata\":{\"size\":1,\"contentType\":%s}}"
                                .formatted(given)));

        assertThat(call.uploads()).extracting(Upload::contentType).containsExactly(sent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "direction":"up" | message.direction is not one of in, out
                    "reference":{"message":"5f1e2d3c4b5a69788796a5b4"} | message.reference.type is missing
                    "createdBy":"Ada" | message.createdBy is not a Kustomer ID
                    "queue":"Complaints" | message.queue is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up with Find Kustomer Record
                    "related":"M-1" | message.related is not a Kustomer ID
                    "meta":{"a":[{"camunda.function.type":"base64","params":[]}]} | message.meta contains a function of Camunda (camunda.function.type)
                    "preview":"{\\"camunda.function.type\\":\\"getText\\",\\"params\\":[]}" | message.preview contains a function of Camunda
                    "additionalFields":{"more":{"camunda.function.type":"base64"}} | message.additionalFields.more contains a function of Camunda
                    "attachments":[{"camunda.function.type":"createLink","params":[]}] | message.attachments contains a function of Camunda
                    "meta":"from" | message.meta must be an object
                    "sentiment":{"polarity":2,"confidence":1} | message.sentiment.polarity is not a whole number from -1 to 1
                    "location":{"type":"home"} | message.location has an unknown field
                    "attachments":["5f1e2d3c4b5a69788796a5b4",{"_id":"5f1e2d3c4b5a69788796a5b4","name":"a","contentType":"text/plain","contentLength":1}] | message.attachments mixes IDs with documents or objects
                    "attachments":{"camunda.document.type":"camunda","documentId":"d","metadata":{"size":-1}} | message.attachments.metadata.size is not a whole number
                    """)
    void values_that_kustomer_would_refuse_are_refused_before_sending(String given, String problem) {
        assertThat(refusal(() -> call(samples().variablesAnd(given))))
                .hasValueSatisfying(message -> assertThat(message).contains(problem));
    }

    @Test
    void a_document_becomes_a_file_whose_id_is_derived_from_task_and_document() {
        String document = """
                "attachments":{"camunda.document.type":"camunda","documentId":"%s","metadata":{"size":3}}
                """;

        Call.Create one = call(samples().variablesAnd(document.formatted("d1")));
        Call.Create other = call(samples().variablesAnd(document.formatted("d2")));

        assertThat(one.uploads()).singleElement().satisfies(upload -> {
            assertThat(upload.request()).hasToString("PUT /v1/attachments/{id}");
            assertThat(upload.name()).isEqualTo("attachment");
            assertThat(upload.contentType()).isEqualTo("application/octet-stream");
            assertThat(upload.length()).isEqualTo(3);
        });
        assertThat(one.uploads().getFirst().request().path())
                .isNotEqualTo(other.uploads().getFirst().request().path());
    }

    private static Call.Create call(String variables) {
        return bound(CreateMessage.class, variables).call(TASK);
    }
}

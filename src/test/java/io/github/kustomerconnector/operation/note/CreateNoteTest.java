package io.github.kustomerconnector.operation.note;

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
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.FormRules;
import io.github.kustomerconnector.operation.FormSamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateNoteTest implements FormRules {

    private static final String CONVERSATION = "5f1e2d3c4b5a69788796a5b4";
    private static final String USER = "5f1e2d3c4b5a69788796a5b1";

    @Override
    public Class<NoteFields> form() {
        return NoteFields.class;
    }

    @Override
    public Json body(String variables) {
        return json(sent(call(variables)));
    }

    @Override
    public FormSamples samples() {
        String file = "{\"_id\":\"%s\",\"name\":\"a.txt\",\"contentType\":\"text/plain\",\"contentLength\":3}"
                .formatted(USER);
        return new FormSamples("note")
                .needed("conversation", "body")
                .unsent("conversation")
                .derived("id")
                .with("conversation", '"' + CONVERSATION + '"')
                .with("body", "\"Please call back\"")
                .with("userMentions", '"' + USER + '"', "[{\"user\":\"%s\"}]".formatted(USER))
                .with("attachments", file, '[' + file + ']')
                .with("externalId", "4711", "\"4711\"")
                .with("lang", "\"en_us\"")
                .with("id", "\"5f1e2d3c4b5a69788796a5b5\"")
                .with("importedAt", "\"2026-01-31\"", "\"2026-01-31T00:00:00.000Z\"")
                .with("createdAt", "\"2026-01-31\"", "\"2026-01-31T00:00:00.000Z\"")
                .with("createdBy", '"' + USER + '"')
                .with("modifiedAt", "\"2026-01-31\"", "\"2026-01-31T00:00:00.000Z\"")
                .with("modifiedBy", '"' + USER + '"');
    }

    @Test
    void every_field_of_the_api_is_in_the_form() {
        assertThat(components(NoteFields.class)).containsAll(described("live-messages.json", "NoteCreate"));
    }

    @Test
    void a_note_with_every_field_keeps_the_contract() {
        Request request = call(samples().variables(fields())).request();

        assertThat(request.path().encoded()).isEqualTo("/v1/conversations/" + CONVERSATION + "/notes");
        assertThat(request.role()).hasToString("org.permission.note.create (or org.user.note.write)");
        assertThat(contractProblems(request)).isEmpty();
    }

    @Test
    void an_update_keeps_the_contract() {
        Call.Create call = call(samples().variables(fields()));
        Resource found =
                Resource.read(json("{\"id\":\"5f1e2d3c4b5a69788796a5b5\"}")).orElseThrow();

        Request update = call.policy().update().apply(found).orElseThrow();

        assertThat(update).hasToString("PUT /v1/notes/{id}");
        assertThat(contractProblems(update)).isEmpty();
    }

    @Test
    void the_id_is_derived_from_the_task_and_finds_the_note_again() {
        Call.Create call = call(samples().variablesWith());

        String id = TASK.derived().objectId();
        assertThat(FormSamples.sent(call.request(), "id")).contains(json('"' + id + '"'));
        assertThat(call.policy().protection()).isEqualTo(Protection.UNIQUE_IDENTIFIER);
        assertThat(paths(call)).containsExactly("/v1/notes/" + id);
    }

    @Test
    void look_up_first_reads_the_notes_of_the_conversation() {
        String variables = samples().variablesWith();

        Call.Create call = call(variables.replaceFirst("}}$", "},\"options\":{\"repeatProtection\":\"lookUpFirst\"}}"));

        assertThat(paths(call)).containsExactly("/v1/conversations/" + CONVERSATION + "/notes?pageSize=100");
        assertThat(call.policy().lookups().getFirst().answer()).isEqualTo(Lookup.Answer.LIST);
    }

    @Test
    void a_task_without_a_note_is_refused() {
        assertThat(refusal(() -> call("{}"))).contains("note.conversation is missing; note.body is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "userMentions":{"user":"5f1e2d3c4b5a69788796a5b1","team":"5f1e2d3c4b5a69788796a5b1"} | note.userMentions must have either user or team
                    "userMentions":[{"name":"Ada"}] | note.userMentions[0] has an unknown field: the known fields are user, team
                    "attachments":"5f1e2d3c4b5a69788796a5b1" | note.attachments must be a document, or an object with _id, name, contentType, contentLength
                    "attachments":{"camunda.document.type":"external","url":"https://example.org"} | note.attachments is not a document in Camunda's document store
                    "attachments":{"camunda.document.type":"camunda","documentId":"d"} | note.attachments is a document without metadata.size
                    "additionalFields":{"lang":"de"} | note.additionalFields.lang is a field of the form: use note.lang
                    """)
    void values_that_kustomer_would_refuse_are_refused_before_sending(String given, String problem) {
        assertThat(refusal(() -> call(samples().variablesAnd(given)))).contains(problem);
    }

    private static Call.Create call(String variables) {
        return bound(CreateNote.class, variables).call(TASK);
    }

    private static List<String> paths(Call.Create call) {
        return call.policy().lookups().stream()
                .map(lookup -> lookup.request().path().encoded())
                .toList();
    }
}

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
import io.github.kustomerconnector.call.DraftOrigin;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.FormSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendMessageTest {

    private static final String ID = "5f1e2d3c4b5a69788796a5b4";
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final List<String> NEEDED = List.of("customer", "channel", "body");

    static FormSamples samples() {
        String id = '"' + ID + '"';
        return new FormSamples("draft")
                .with("customer", id)
                .with("channel", "\"email\"")
                .with("body", "\"Hello\"")
                .with("conversation", id)
                .with("to", "\"a@example.org\"", "[{\"email\":\"a@example.org\"}]")
                .with("from", "{\"email\":\"b@example.org\",\"name\":\"B\"}")
                .with("subject", "\"Hello\"")
                .with("cc", "[\"c@example.org\"]", "[{\"email\":\"c@example.org\"}]")
                .with("bcc", "\"d@example.org\"", "[{\"email\":\"d@example.org\"}]")
                .with("replyTo", "\"e@example.org\"")
                .with("template", id)
                .with("headers", "[{\"name\":\"X-A\",\"value\":\"1\"}]")
                .with("app", "\"postmark\"")
                .with("lang", "\"en_us\"")
                .with("auto", "true")
                .with("source", "\"bulk\"")
                .with("shortcuts", "[\"s1\"]")
                .with("kbArticles", "[\"k1\"]");
    }

    static Set<String> sentFields() {
        Set<String> names = samples().names();
        names.remove("customer");
        return names;
    }

    @ParameterizedTest
    @MethodSource("sentFields")
    void each_field_reaches_the_draft_under_its_own_name(String name) {
        List<String> names = new ArrayList<>(NEEDED);
        names.add(name);

        Request request = call(samples().variables(names)).request();

        assertThat(FormSamples.sent(request, name)).contains(samples().sent(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "sms", "whatsapp", "chat", "facebook", "instagram", "twitter-dm", "twitter-tweet"})
    void every_field_of_the_api_is_in_the_form_for_each_channel(String channel) {
        assertThat(components(DraftFields.class))
                .containsAll(described("live-messages.json", "DraftCreate-" + channel));
    }

    @Test
    void a_draft_with_every_field_keeps_the_contract_and_has_the_mark_of_the_task() {
        Request request = call(samples().variables(samples().names())).request();

        assertThat(request.path().encoded()).isEqualTo("/v1/customers/" + ID + "/drafts");
        assertThat(FormSamples.sent(request, "payload"))
                .contains(
                        json("{\"camundaTask\":\"%s\"}".formatted(TASK.derived().externalId())));
        assertThat(contractProblems(request)).isEmpty();
    }

    @Test
    void the_mark_is_added_to_a_given_payload() {
        Request request =
                call(samples().variables(NEEDED, "\"payload\":{\"order\":7}")).request();

        assertThat(FormSamples.sent(request, "payload").flatMap(payload -> payload.field("order")))
                .contains(json("7"));
    }

    @Test
    void a_release_contains_the_time_and_all_fields_of_the_task() {
        Call.SendDraft call = dispatch(samples().variables(samples().names()));

        Request release = call.release().apply("d1", NOW);

        assertThat(release).hasToString("PUT /v1/drafts/{id}");
        assertThat(FormSamples.sent(release, "sendAt")).contains(json("\"2026-01-31T09:30:10Z\""));
        assertThat(sentFields())
                .allSatisfy(name -> assertThat(FormSamples.sent(release, name))
                        .contains(samples().sent(name)));
        assertThat(contractProblems(release)).isEmpty();
    }

    @Test
    void a_template_is_sent_with_the_draft_and_not_with_its_release() {
        String whatsapp = "\"channel\":\"whatsapp\",\"app\":\"whatsapp\",\"meta\":{\"template\":\"t1\"}";

        Call.SendDraft call = dispatch(samples().variables(List.of("customer"), whatsapp));

        assertThat(FormSamples.sent(call.request(), "meta")).contains(json("{\"template\":\"t1\"}"));
        Request release = call.release().apply("d1", NOW);
        assertThat(contractProblems(release)).isEmpty();
    }

    @Test
    void an_existing_draft_is_released_with_its_own_channel_and_none_of_the_forms_fields() {
        String existing = "\"action\":\"sendDraft\",\"id\":\"%s\",\"sendAt\":\"2026-02-01\"".formatted(ID);
        Call.SendDraft call = dispatch(samples().variables(samples().names(), existing));

        Request release = given(call).release().apply(draft("{\"channel\":\"sms\",\"body\":\"Hi\"}"), NOW);

        assertThat(given(call).lookup().request().path().encoded())
                .isEqualTo("/v1/customers/" + ID + "/drafts?pageSize=100");
        assertThat(release.path().encoded()).isEqualTo("/v1/drafts/" + ID);
        assertThat(json(sent(release)))
                .isEqualTo(json("{\"channel\":\"sms\",\"sendAt\":\"2026-02-01T00:00:00.000Z\"}"));
        assertThat(contractProblems(release)).isEmpty();
    }

    @Test
    void the_release_of_an_existing_whatsapp_draft_needs_its_app() {
        String existing = "\"action\":\"sendDraft\",\"id\":\"%s\"".formatted(ID);
        Resource draft = draft("{\"channel\":\"whatsapp\"}");
        List<String> customer = List.of("customer");

        Call.SendDraft without = dispatch(samples().variables(customer, existing));
        Call.SendDraft with = dispatch(samples().variables(customer, existing + ",\"app\":\"messagebird\""));

        assertThat(refusal(() -> given(without).release().apply(draft, NOW))).contains("draft.app is missing");
        assertThat(json(sent(given(with).release().apply(draft, NOW)))).isEqualTo(json("""
                        {"channel": "whatsapp", "app": "messagebird", "sendAt": "2026-01-31T09:30:10Z"}"""));
    }

    @Test
    void no_field_of_the_form_can_be_added_to_an_existing_draft() {
        assertThat(sentFields())
                .allSatisfy(name -> assertThat(refusal(
                                () -> call(samples().variables(List.of("customer"), """
                                        "action":"sendDraft","id":"%s","additionalFields":{"%s":1}""".formatted(ID, name)))))
                        .contains(
                                "draft.additionalFields.%1$s is a field of the form: use draft.%1$s".formatted(name)));
    }

    @Test
    void a_document_is_attached_to_the_draft_and_not_to_its_release() {
        String chat =
                "\"channel\":\"chat\",\"attachments\":{\"camunda.document.type\":\"camunda\",\"documentId\":\"d\",\"metadata\":{\"size\":1}}";
        String there = ",\"action\":\"sendDraft\",\"id\":\"%s\"".formatted(ID);

        Call.SendDraft call = dispatch(samples().variables(List.of("customer"), chat));

        assertThat(call.origin())
                .isInstanceOfSatisfying(
                        DraftOrigin.Own.class,
                        own -> assertThat(own.draft().uploads()).hasSize(1));
        assertThat(refusal(() -> call(samples().variables(List.of("customer"), chat + there))))
                .contains("draft.attachments has documents: give them to the task that creates the draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "draftOnly"})
    void a_whatsapp_template_and_a_text_are_not_sent_together(String action) {
        String both =
                "\"action\":\"%s\",\"id\":\"%s\",\"channel\":\"whatsapp\",\"app\":\"whatsapp\",\"meta\":{\"template\":\"t1\"}"
                        .formatted(action, ID);

        assertThat(refusal(() -> call(samples().variables(List.of("customer", "body"), both))))
                .contains("draft.meta can't be sent together with draft.body: remove one of the two");
        assertThat(refusal(() -> call(samples().variables(List.of("customer"), both + ",\"body\":\" \""))))
                .isEmpty();
    }

    @Test
    void a_template_is_given_by_its_id() {
        assertThat(refusal(() -> call(samples().variables(NEEDED, "\"template\":\"Welcome mail\""))))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("draft.template is not a Kustomer ID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "whatsapp"})
    void the_number_of_a_recipient_becomes_e164(String channel) {
        String app = channel.equals("sms") ? "twilio" : "whatsapp";
        String fields = "\"channel\":\"%s\",\"app\":\"%s\",\"to\":\"tel:+1 800 555-1212\",\"body\":\"Hi\""
                .formatted(channel, app);
        Call<?> call = call(samples().variables(List.of("customer"), fields));

        assertThat(FormSamples.sent(call.request(), "to")).contains(json("\"+18005551212\""));
    }

    @Test
    void a_task_without_a_draft_is_refused() {
        assertThat(refusal(() -> call("{}"))).contains("draft.customer is missing");
    }

    @Test
    void a_row_with_a_name_and_no_address_is_refused_instead_of_left_out() {
        String email = "\"draft\":{\"channel\":\"email\",\"body\":\"Hello\",\"customer\":\"5f9f1a2b3c4d5e6f7a8b9c0d\",";

        assertThat(refusal(() -> call("{" + email + "\"to\":[{\"email\":\"\",\"name\":\"Ann\"}]}}")))
                .contains("draft.to[0].email is missing");
        assertThat(refusal(() -> call("{" + email + "\"headers\":[{\"name\":\"\",\"value\":\"x\"}]}}")))
                .contains("draft.headers[0].name is missing");
    }

    private static DraftOrigin.Given given(Call.SendDraft call) {
        return (DraftOrigin.Given) call.origin();
    }

    private static Resource draft(String attributes) {
        return new Resource(ID, "draft", json(attributes), json("{}"));
    }

    private static Call.SendDraft dispatch(String variables) {
        return (Call.SendDraft) call(variables);
    }

    private static Call<?> call(String variables) {
        return bound(SendMessage.class, variables).call(TASK);
    }
}

package io.github.kustomerconnector.connector.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.connector.api.inbound.CorrelationRequest;
import io.camunda.connector.api.inbound.CorrelationResult;
import io.camunda.connector.api.inbound.Health;
import io.camunda.connector.api.inbound.InboundConnectorContext;
import io.camunda.connector.api.inbound.ProcessElement;
import io.camunda.connector.api.inbound.webhook.WebhookConnectorException;
import io.camunda.connector.api.inbound.webhook.WebhookHttpResponse;
import io.github.kustomerconnector.connector.LogWatch;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

/** The answers of the webhook, without a runtime. */
final class KustomerWebhookTest {

    private static final byte[] EVENT = WebhookRequest.sample("conversation-update");
    private static final String OWN_USER = "5f9f1a2b3c4d5e6f7a8b9c11";

    /** As the client's exception for an answer of the engine's REST API. */
    public static final class RestProblem extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int code;

        RestProblem(int code) {
            super("Ada Lovelace is in this message");
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    private final InboundConnectorContext context = mock();
    private final ProcessElement element = mock();
    private final List<Answer> metered = new ArrayList<>();
    private final KustomerWebhook webhook =
            new KustomerWebhook((answer, took) -> metered.add(answer), Clock.systemUTC());

    @Test
    void delivers_an_event_with_its_id_as_message_id() {
        activate(WebhookRequest.TOKEN, "", "ignore");
        engineAnswers(new CorrelationResult.Success.MessagePublished(element, 1L, "t"));

        assertAnswer(webhook.verify(WebhookRequest.post(EVENT)), 200, "stored");

        CorrelationRequest request = delivered();
        assertThat(request.getMessageId()).isEqualTo("5f9f1a2b3c4d5e6f7a8b9c01");
        assertThat(request.getVariables()).isInstanceOf(Map.class);
        assertThat(metered).containsExactly(Answer.STORED);
    }

    static Stream<Arguments> results() {
        return Stream.of(
                arguments(new CorrelationResult.Success.MessagePublished(mock(), 1L, "t"), 200, "stored"),
                arguments(new CorrelationResult.Success.ProcessInstanceCreated(mock(), 1L, "t"), 200, "stored"),
                arguments(new CorrelationResult.Success.MessageAlreadyCorrelated(mock()), 200, "duplicate"),
                arguments(new CorrelationResult.Failure.ActivationConditionNotMet(true), 200, "not-for-process"),
                arguments(new CorrelationResult.Failure.ActivationConditionNotMet(false), 200, "not-for-process"),
                arguments(new CorrelationResult.Failure.Other(new RestProblem(409)), 200, "duplicate"),
                arguments(
                        new CorrelationResult.Failure.Other(new RuntimeException(new RestProblem(409))),
                        200,
                        "duplicate"),
                arguments(new CorrelationResult.Failure.Other(new RestProblem(503)), 503, "not-stored"),
                arguments(new CorrelationResult.Failure.Other(new RestProblem(400)), 503, "not-stored"),
                arguments(new CorrelationResult.Failure.Other(new Error("Ada Lovelace")), 503, "not-stored"),
                arguments(new CorrelationResult.Failure.ZeebeClientStatus("UNAVAILABLE", "Ada"), 503, "not-stored"),
                arguments(
                        new CorrelationResult.Failure.ZeebeClientStatus("RESOURCE_EXHAUSTED", "Ada"),
                        503,
                        "not-stored"),
                arguments(new CorrelationResult.Failure.InvalidInput("Ada", null), 503, "not-stored"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void the_result_of_the_engine_decides_the_answer(CorrelationResult result, int status, String code) {
        activate(WebhookRequest.TOKEN, "", "ignore");
        engineAnswers(result);

        try (LogWatch log = LogWatch.open()) {
            assertAnswer(webhook.verify(WebhookRequest.post(EVENT)), status, code);
            assertThat(log.lines("io.github.kustomerconnector"))
                    .hasSize(status == 200 ? 0 : 1)
                    .allSatisfy(line -> assertThat(line).doesNotContain("Ada"));
        }
    }

    static Stream<Arguments> refusals() {
        byte[] large = new byte[5_000_000];
        Map<String, String> signed = WebhookRequest.post(EVENT).headers();
        return Stream.of(
                arguments(new WebhookRequest("GET", signed, EVENT), 405, "wrong-method"),
                arguments(new WebhookRequest("HEAD", signed, new byte[0]), 405, "wrong-method"),
                arguments(new WebhookRequest("PUT", signed, EVENT), 405, "wrong-method"),
                arguments(new WebhookRequest("DELETE", signed, EVENT), 405, "wrong-method"),
                arguments(new WebhookRequest("POST", Map.of(), EVENT), 401, "wrong-signature"),
                arguments(
                        new WebhookRequest("POST", signed, Arrays.copyOf(EVENT, EVENT.length - 1)),
                        401,
                        "wrong-signature"),
                arguments(new WebhookRequest("POST", signed, new byte[0]), 401, "wrong-signature"),
                arguments(WebhookRequest.post(large), 413, "too-large"),
                arguments(WebhookRequest.post("[]"), 400, "not-an-event"),
                arguments(WebhookRequest.post(""), 400, "not-an-event"),
                arguments(WebhookRequest.post("{\"hello\": \"world\"}"), 400, "not-an-event"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses_what_is_not_an_event_of_kustomer(WebhookRequest request, int status, String code) {
        activate(WebhookRequest.TOKEN, "", "ignore");

        assertAnswer(webhook.verify(request), status, code);

        verify(context, never()).correlate(any());
        assertThat(metered).extracting(Answer::code).containsExactly(code);
    }

    @Test
    void a_request_without_body_is_refused() {
        activate(WebhookRequest.TOKEN, "", "ignore");
        WebhookRequest empty = WebhookRequest.post("");

        WebhookRequest without = new WebhookRequest("POST", empty.headers(), null);

        assertAnswer(webhook.verify(without), 400, "not-an-event");
    }

    @Test
    void a_large_body_is_refused_before_its_signature_is_computed() {
        activate(WebhookRequest.TOKEN, "", "ignore");
        WebhookRequest large = new WebhookRequest("POST", Map.of(), new byte[EventHandler.MAX_BODY + 1]);
        WebhookRequest largest = new WebhookRequest("POST", Map.of(), new byte[EventHandler.MAX_BODY]);

        assertAnswer(webhook.verify(large), 413, "too-large");
        assertAnswer(webhook.verify(largest), 401, "wrong-signature");
    }

    @Test
    void ignores_events_of_the_own_user() {
        activate(WebhookRequest.TOKEN, OWN_USER, "ignore");

        assertAnswer(webhook.verify(WebhookRequest.post(EVENT)), 200, "own-event");

        verify(context, never()).correlate(any());
    }

    @Test
    void delivers_own_events_if_the_element_asks_for_them() {
        activate(WebhookRequest.TOKEN, OWN_USER, "deliver");
        engineAnswers(new CorrelationResult.Success.MessagePublished(element, 1L, "t"));

        assertAnswer(webhook.verify(WebhookRequest.post(EVENT)), 200, "stored");
    }

    /** A no-break blank and a zero-width blank, as they are copied from a web page, and upper-case digits. */
    @Test
    void invisible_characters_of_the_properties_do_not_matter() {
        activate(
                "\u00a0" + WebhookRequest.TOKEN + "\u200b",
                "\u200b" + OWN_USER.toUpperCase(Locale.ROOT),
                " ignore\u00a0");

        assertAnswer(webhook.verify(WebhookRequest.post(EVENT)), 200, "own-event");
    }

    static Stream<Arguments> wrongProperties() {
        return Stream.of(
                arguments(null, "has no properties"),
                arguments(inbound(null, null, null), "inbound.signingToken must not be empty"),
                arguments(inbound(" ", "", "ignore"), "inbound.signingToken must not be empty"),
                arguments(inbound("{{secret.TOKEN}}", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("token {{secrets.next", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("secrets.TOKEN", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("=secrets.TOKEN", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("{secrets.TOKEN}", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("secret.TOKEN", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("token secrets.NEXT", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("token =NEXT", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("KUSTOMER_WEBHOOK_TOKEN", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("token TOKEN_2", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("\"token\"", "", "ignore"), "write it as {{secrets.NAME}}"),
                arguments(inbound("token, next", "", "ignore"), "or two of these with a blank between"),
                arguments(inbound("token,next", "", "ignore"), "or two of these with a blank between"),
                arguments(
                        inbound("t", "ada@example.org", "ignore"), "inbound.ownUser must be the Kustomer ID of a user"),
                arguments(inbound("t", "{{secret.OWN_USER}}", "ignore"), "inbound.ownUser must be the Kustomer ID"),
                arguments(inbound("t", "", "sometimes"), "inbound.ownEvents must be ignore or deliver"));
    }

    @ParameterizedTest
    @MethodSource("wrongProperties")
    void wrong_properties_make_the_webhook_unhealthy_until_they_are_corrected(
            WebhookProperties.Inbound inbound, String problem) {
        when(context.bindProperties(WebhookProperties.class)).thenReturn(new WebhookProperties(inbound));

        webhook.activate(context);

        assertThat(health().getStatus()).isEqualTo(Health.Status.DOWN);
        assertThat(health().getError().message()).contains(problem);
        assertAnswer(webhook.verify(WebhookRequest.post(EVENT)), 503, "not-ready");
    }

    /** The runtime registers such a path, but no request of Kustomer reaches it. */
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "kustomer/orders",
                "/kustomer",
                "inbound/kustomer",
                " kustomer",
                "kustomer\u200b",
                "my path",
                "kustomer?a=b",
                "kustomer#a",
                "kustomer;a",
                "50%",
                "..",
                "{{secret.PATH}}",
                "{secrets.PATH}",
                "=path"
            })
    void a_path_that_no_request_reaches_makes_the_webhook_unhealthy(@Nullable String path) {
        when(context.bindProperties(WebhookProperties.class))
                .thenReturn(
                        new WebhookProperties(new WebhookProperties.Inbound(path, WebhookRequest.TOKEN, "", "ignore")));

        webhook.activate(context);

        assertThat(health().getStatus()).isEqualTo(Health.Status.DOWN);
        assertThat(health().getError().message())
                .endsWith("inbound.context must be a path of letters, digits, - and _, such as kustomer-events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kustomer", "Kustomer-Orders_2", "k\u00e4se", "a--b", "-a", "v1.orders", "~a"})
    void a_path_that_requests_reach_is_accepted(String path) {
        when(context.bindProperties(WebhookProperties.class))
                .thenReturn(
                        new WebhookProperties(new WebhookProperties.Inbound(path, WebhookRequest.TOKEN, "", "ignore")));

        webhook.activate(context);

        assertThat(health().getStatus()).isEqualTo(Health.Status.UP);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IllegalArgumentException.class,
                NoClassDefFoundError.class,
                StackOverflowError.class,
                IOException.class
            })
    void a_failure_of_the_binding_does_not_escape_and_its_text_is_not_shown(Class<? extends Throwable> failure)
            throws ReflectiveOperationException {
        Throwable thrown = failure.getConstructor(String.class).newInstance("kustomer-signing-token-1");
        when(context.bindProperties(any())).thenAnswer(call -> {
            throw thrown;
        });
        doThrow(new IllegalStateException("no health")).when(context).reportHealth(any());

        webhook.activate(context);

        assertThat(health().getError().message())
                .contains(failure.getName())
                .doesNotContain("kustomer-signing-token-1");
        assertAnswer(webhook.verify(WebhookRequest.post(EVENT)), 503, "not-ready");
    }

    /** Also failures that Java's compiler does not know, because FEEL is written in Scala. */
    @ParameterizedTest
    @ValueSource(
            classes = {IllegalStateException.class, NoClassDefFoundError.class, IOException.class, Throwable.class})
    void a_failure_while_a_request_is_handled_is_an_answer_without_its_text(Class<? extends Throwable> failure)
            throws ReflectiveOperationException {
        activate(WebhookRequest.TOKEN, "", "ignore");
        Throwable thrown = failure.getConstructor(String.class).newInstance("Ada Lovelace");
        when(context.correlate(any())).thenAnswer(call -> {
            throw thrown;
        });

        WebhookHttpResponse response = webhook.verify(WebhookRequest.post(EVENT));

        assertAnswer(response, 503, "not-stored");
        assertThat(response.toString()).doesNotContain("Ada");
    }

    @Test
    void a_webhook_that_is_not_active_asks_for_a_repeat() {
        assertAnswer(webhook.verify(WebhookRequest.post(EVENT)), 503, "not-ready");
        webhook.deactivate();
        activate(WebhookRequest.TOKEN, "", "ignore");
        assertThat(health().getStatus()).isEqualTo(Health.Status.UP);

        webhook.deactivate();

        assertAnswer(webhook.verify(WebhookRequest.post(EVENT)), 503, "not-ready");
        verify(context, never()).correlate(any());
    }

    @Test
    void a_request_that_was_not_verified_is_refused() {
        activate(WebhookRequest.TOKEN, "", "ignore");

        assertThatExceptionOfType(WebhookConnectorException.class)
                .isThrownBy(() -> webhook.triggerWebhook(WebhookRequest.post(EVENT)))
                .satisfies(thrown -> assertThat(thrown.getStatusCode()).isEqualTo(503));
    }

    @Test
    void the_answer_to_a_wrong_method_names_the_right_one() {
        activate(WebhookRequest.TOKEN, "", "ignore");

        assertThat(webhook.verify(new WebhookRequest("GET", Map.of(), new byte[0]))
                        .headers())
                .containsOnly(Map.entry("Allow", "POST"), Map.entry("Content-Type", "application/json"));
    }

    @Test
    void properties_and_settings_do_not_print_the_token() {
        WebhookProperties properties = new WebhookProperties(inbound(WebhookRequest.TOKEN, "", ""));

        assertThat(properties.toString()).doesNotContain(WebhookRequest.TOKEN);
        assertThat(WebhookSettings.of(properties).toString()).doesNotContain(WebhookRequest.TOKEN);
    }

    private void activate(String token, String ownUser, String ownEvents) {
        when(context.bindProperties(WebhookProperties.class))
                .thenReturn(new WebhookProperties(inbound(token, ownUser, ownEvents)));
        webhook.activate(context);
    }

    private static WebhookProperties.Inbound inbound(
            @Nullable String token, @Nullable String ownUser, @Nullable String ownEvents) {
        return new WebhookProperties.Inbound("kustomer", token, ownUser, ownEvents);
    }

    private void engineAnswers(CorrelationResult result) {
        when(context.correlate(any())).thenReturn(result);
    }

    private CorrelationRequest delivered() {
        ArgumentCaptor<CorrelationRequest> request = ArgumentCaptor.captor();
        verify(context).correlate(request.capture());
        return request.getValue();
    }

    private Health health() {
        ArgumentCaptor<Health> health = ArgumentCaptor.captor();
        verify(context).reportHealth(health.capture());
        return health.getValue();
    }

    private static void assertAnswer(WebhookHttpResponse response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(Map.of("result", code));
    }
}

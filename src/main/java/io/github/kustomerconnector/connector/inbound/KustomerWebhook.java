package io.github.kustomerconnector.connector.inbound;

import io.camunda.connector.api.annotation.InboundConnector;
import io.camunda.connector.api.inbound.Health;
import io.camunda.connector.api.inbound.InboundConnectorContext;
import io.camunda.connector.api.inbound.webhook.WebhookConnectorException;
import io.camunda.connector.api.inbound.webhook.WebhookConnectorExecutable;
import io.camunda.connector.api.inbound.webhook.WebhookHttpResponse;
import io.camunda.connector.api.inbound.webhook.WebhookProcessingPayload;
import io.camunda.connector.api.inbound.webhook.WebhookResult;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kustomer Webhook: takes Kustomer's signed events and hands each to the engine once.
 *
 * <p>{@link #verify} does all the work, because the runtime answers failures after it with stack traces and with
 * parts of the event. The runtime makes one object for each webhook, which many threads use at once.
 */
@InboundConnector(name = "Kustomer Webhook", type = "kustomer:webhook:1")
@ElementTemplate(
        id = "io.github.kustomerconnector.Webhook.v1",
        name = "Kustomer Webhook",
        version = 1,
        description = "Receives signed events of Kustomer, such as a new conversation or a customer's message",
        inputDataClass = WebhookProperties.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "webhook",
                            "receive event",
                            "new conversation event",
                            "wait for answer",
                            "wait for customer"
                        }),
        propertyGroups = @PropertyGroup(id = "webhook", label = "Webhook"),
        defaultResultExpression = "={event: event, record: record}")
public final class KustomerWebhook implements WebhookConnectorExecutable {

    private static final String UNKNOWN = "(unknown)";
    private static final Logger LOG = LoggerFactory.getLogger(KustomerWebhook.class);

    /** Whether the webhook can take events. */
    private sealed interface State {}

    private record Ready(EventHandler handler) implements State {}

    private record NotReady(String process, String reason) implements State {}

    private final WebhookMeters meters;
    private final RefusalLog log;
    private volatile State state = new NotReady(UNKNOWN, "the webhook is not active");

    /** The constructor for the connector runtime. */
    public KustomerWebhook() {
        this(WebhookMeters.ofClassPath(), Clock.systemUTC());
    }

    KustomerWebhook(WebhookMeters meters, Clock clock) {
        this.meters = meters;
        this.log = new RefusalLog(clock);
    }

    /**
     * Reads the properties. It never throws, because the runtime would then keep the path for this object. A corrected
     * version of the process would get no events until the runtime restarts.
     */
    @Override
    public void activate(InboundConnectorContext context) {
        try {
            WebhookSettings settings = WebhookSettings.of(context.bindProperties(WebhookProperties.class));
            state = new Ready(new EventHandler(context, settings));
            report(context, Health.up());
        } catch (InvalidPropertyException e) {
            fail(context, e);
        } catch (Throwable e) {
            // The message could contain values of properties.
            fail(
                    context,
                    new InvalidPropertyException(
                            "The properties can't be read: " + e.getClass().getName()));
        }
    }

    @Override
    public void deactivate() {
        state = new NotReady(process(state), "the webhook is not active");
    }

    /** Checks, delivers and answers a request. The answer is never null, so the runtime only logs it. */
    @Override
    public WebhookHttpResponse verify(WebhookProcessingPayload payload) {
        long start = System.nanoTime();
        State current = state;
        ReasonedAnswer reasoned = answer(current, payload);
        if (reasoned.answer().isRefusal()) {
            log.add(reasoned.answer(), process(current), reasoned.reason());
        }
        meters.record(reasoned.answer(), Duration.ofNanos(System.nanoTime() - start));
        return reasoned.answer().response();
    }

    /** Not called by a runtime that asks {@link #verify} first. Refuses, because nothing is checked here. */
    @Override
    public WebhookResult triggerWebhook(WebhookProcessingPayload payload) {
        throw new WebhookConnectorException(Answer.NOT_READY.status(), Answer.NOT_READY.code());
    }

    private static ReasonedAnswer answer(State state, WebhookProcessingPayload payload) {
        try {
            return switch (state) {
                case NotReady notReady -> new ReasonedAnswer(Answer.NOT_READY, notReady.reason());
                case Ready ready -> ready.handler().handle(payload);
            };
        } catch (Throwable e) {
            // Not only exceptions, because FEEL is written in Scala, whose control flow throws others. The runtime
            // would answer with 500, or with the text of the failure.
            return new ReasonedAnswer(Answer.NOT_STORED, e.getClass().getName());
        }
    }

    private void fail(InboundConnectorContext context, InvalidPropertyException reason) {
        state = new NotReady(process(context), String.valueOf(reason.getMessage()));
        report(context, Health.down(reason));
    }

    private static void report(InboundConnectorContext context, Health health) {
        try {
            context.reportHealth(health);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "The health of a Kustomer webhook can't be reported ({})",
                    e.getClass().getName());
        }
    }

    private static String process(State state) {
        return switch (state) {
            case Ready ready -> process(ready.handler().context());
            case NotReady notReady -> notReady.process();
        };
    }

    private static String process(InboundConnectorContext context) {
        try {
            return context.getDefinition().elements().getFirst().bpmnProcessId();
        } catch (RuntimeException | LinkageError e) {
            return UNKNOWN;
        }
    }
}

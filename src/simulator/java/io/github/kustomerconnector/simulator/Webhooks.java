package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The outbound webhooks of a simulator. Each write through the API and each write of a person causes an event, which is
 * sent to the webhooks that subscribe to it. Seeded records cause none. Webhooks are registered at {@code
 * /v1/outbound-webhooks}, as at Kustomer.
 */
@ForOwnTests
public final class Webhooks {

    private final WebhookSettings limits = new WebhookSettings();
    private final WebhookScript script = new WebhookScript();
    private final WebhookRegistry registry = new WebhookRegistry(limits);
    private final WebhookSender sender;
    private final WebhookQueue queue;
    private final EventSource source;

    private final Supplier<Resources> resources;

    Webhooks(Settings settings, Supplier<Resources> resources) {
        this.resources = resources;
        sender = new WebhookSender(settings, limits, script);
        queue = new WebhookQueue(settings, limits, registry, sender);
        source = new EventSource(settings, () -> !registry.isEmpty(), this::publish);
    }

    /** The settings of the webhooks. */
    public WebhookSettings settings() {
        return limits;
    }

    /**
     * Registers an enabled webhook, as an administrator does.
     *
     * @param events such as {@code kustomer.conversation.create}
     * @return the webhook as the API returns it, with its signing token
     * @throws IllegalArgumentException if Kustomer would refuse the address or an event, or has five webhooks already
     */
    public ObjectNode register(String url, String... events) {
        ObjectNode body = Json.object().put("name", "Administrator").put("url", url);
        List.of(events).forEach(body.putArray("events")::add);
        check(body);
        ObjectNode webhook = resources.get().webhook(body);
        try {
            registry.add(webhook);
        } catch (ApiErrorException full) {
            throw new IllegalArgumentException(full.getMessage(), full);
        }
        return webhook;
    }

    private void check(ObjectNode body) {
        for (Violation violation : ApiDescription.live().requestViolations("POST", WebhookOperations.PATH, body)) {
            throw new IllegalArgumentException(
                    violation.parameter().equals("url")
                            ? "a webhook needs an https address, or an http address of this computer"
                            : violation.parameter() + ": " + violation.title());
        }
        body.path("events").forEach(event -> {
            if (!limits.events().contains(event.asText())) {
                throw new IllegalArgumentException("Kustomer has no event " + event.asText());
            }
        });
    }

    /** Disables a webhook, as Kustomer does after lasting failure. */
    public void disable(String id) {
        registry.disable(id);
    }

    /** Copies of the registered webhooks as the API returns them, with their signing tokens, oldest first. */
    public List<ObjectNode> registered() {
        return registry.all();
    }

    /** The deliveries since the start or the last reset, oldest first; at most the last 10,000. */
    public List<WebhookDelivery> deliveries() {
        return queue.deliveries();
    }

    /** Sends each of the next deliveries more often. */
    public void duplicateNext(int deliveries, int copies) {
        script.duplicateNext(deliveries, copies);
    }

    /** Keeps the next deliveries until all of them are there, then sends them in the reverse order. */
    public void reverseNext(int deliveries) {
        script.reverseNext(deliveries);
    }

    /** Keeps the next deliveries until all of them are there, then sends them in a random order. */
    public void shuffleNext(int deliveries, RandomGenerator random) {
        script.shuffleNext(deliveries, random);
    }

    /** Lets the answers to the next attempts get lost after the receiver has sent them, so that they are repeated. */
    public void loseAnswers(int attempts) {
        script.loseAnswers(attempts);
    }

    EventSource source() {
        return source;
    }

    List<Route> routes(ReplyBodies replies, Hook hook) {
        return new WebhookOperations(registry, limits, resources.get(), replies, hook).all();
    }

    void start() {
        queue.start();
    }

    void clear() {
        registry.clear();
        queue.clear();
        script.clear();
    }

    void close() {
        queue.close();
        sender.close();
    }

    private void publish(ObjectNode event) {
        String name = event.path("name").asText();
        String body = event.toString();
        for (JsonNode webhook : registry.subscribers(name)) {
            WebhookJob job = new WebhookJob(
                    webhook.path("id").asText(),
                    webhook.at("/attributes/url").asText(),
                    name,
                    event.path("id").asText(),
                    body);
            script.next(job).forEach(queue::add);
        }
    }
}

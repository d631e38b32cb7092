package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The webhooks of the organization, oldest first. A webhook whose deliveries keep failing is disabled. */
final class WebhookRegistry {

    /** "Outbound webhooks", help.kustomer.com. */
    static final int MOST = 5;

    private static final int MAX_WEBHOOKS = 1_000;

    private final Records webhooks = new Records(RecordListener.NONE, () -> MAX_WEBHOOKS);
    private final Map<String, Integer> failures = new HashMap<>();
    private final WebhookSettings settings;

    WebhookRegistry(WebhookSettings settings) {
        this.settings = settings;
    }

    /** @throws ApiErrorException if there are {@value #MOST} webhooks already; the status is an assumption */
    synchronized void add(ObjectNode webhook) {
        if (all().size() >= MOST) {
            throw new ApiErrorException(
                    ApiError.of(400, ErrorCode.INVALID, "Only " + MOST + " outbound webhooks are allowed"));
        }
        webhooks.add(webhook);
    }

    List<ObjectNode> all() {
        return webhooks.all(webhook -> true);
    }

    Optional<ObjectNode> find(String id) {
        return webhooks.find(id);
    }

    /** An enabled webhook; empty if it is disabled or deleted. */
    Optional<ObjectNode> enabled(String id) {
        return find(id).filter(WebhookRegistry::isEnabled);
    }

    /** The enabled webhooks that subscribe to an event. */
    List<ObjectNode> subscribers(String event) {
        return webhooks.all(webhook -> isEnabled(webhook)
                && webhook.at("/attributes/events")
                        .valueStream()
                        .anyMatch(name -> name.asText().equals(event)));
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    synchronized ObjectNode update(String id, UnaryOperator<ObjectNode> change) {
        failures.remove(id);
        return webhooks.update(id, change);
    }

    synchronized boolean delete(String id) {
        failures.remove(id);
        return webhooks.delete(id);
    }

    synchronized void succeeded(String id) {
        failures.remove(id);
    }

    /** Counts a delivery that failed with all its retries. */
    synchronized void failed(String id) {
        if (failures.merge(id, 1, Integer::sum) >= settings.disableAfter()
                && enabled(id).isPresent()) {
            disable(id);
        }
    }

    void disable(String id) {
        update(id, webhook -> {
            attributes(webhook).put("enabled", false);
            return webhook;
        });
    }

    synchronized void clear() {
        webhooks.clear();
        failures.clear();
    }

    private static boolean isEnabled(ObjectNode webhook) {
        return webhook.at("/attributes/enabled").asBoolean();
    }
}

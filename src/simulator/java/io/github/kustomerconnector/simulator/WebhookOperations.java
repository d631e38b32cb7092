package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The endpoints of outbound webhooks. Kustomer documents create, list and read; its partners use delete. Update, its
 * role and the role of delete are assumptions.
 */
final class WebhookOperations {

    static final String PATH = "/v1/outbound-webhooks";
    private static final String ADMIN = " org.admin.outbound_webhooks org.outbound_webhooks";
    private static final String READ = "org.permission.outbound_webhook.read" + ADMIN;
    private static final String CREATE = "org.permission.outbound_webhook.create" + ADMIN;
    private static final String UPDATE = "org.permission.outbound_webhook.update" + ADMIN;
    private static final String DELETE = "org.permission.outbound_webhook.delete" + ADMIN;

    private final WebhookRegistry webhooks;
    private final WebhookSettings settings;
    private final Resources resources;
    private final ReplyBodies replies;
    private final Hook hook;

    WebhookOperations(
            WebhookRegistry webhooks, WebhookSettings settings, Resources resources, ReplyBodies replies, Hook hook) {
        this.webhooks = webhooks;
        this.settings = settings;
        this.resources = resources;
        this.replies = replies;
        this.hook = hook;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", PATH, CREATE, this::create),
                Route.of("GET", PATH, READ, routed -> replies.page(webhooks.all(), routed)),
                Route.of("GET", PATH + "/events", READ, this::events),
                Route.of("GET", PATH + "/*", READ, this::read),
                Route.of("PUT", PATH + "/*", UPDATE, this::update),
                Route.of("DELETE", PATH + "/*", DELETE, this::delete));
    }

    private Reply create(RoutedRequest routed) {
        checkEvents(routed.body());
        hook.run(routed.request());
        ObjectNode webhook = resources.webhook(routed.body());
        webhooks.add(webhook);
        return replies.created(webhook);
    }

    /** Kustomer documents the endpoint, but not the shape of its answer. */
    private Reply events(RoutedRequest routed) {
        return replies.page(
                settings.events().stream()
                        .map(name -> Json.object()
                                .put("type", "outbound_webhook_event")
                                .put("id", name)
                                .<ObjectNode>set("attributes", Json.object().put("name", name)))
                        .toList(),
                routed);
    }

    private Reply read(RoutedRequest routed) {
        return replies.found(webhooks.find(routed.argument()), "id");
    }

    private Reply update(RoutedRequest routed) {
        checkEvents(routed.body());
        hook.run(routed.request());
        return replies.ok(webhooks.update(
                routed.argument(), webhook -> resources.changes().changed(webhook, routed.body())));
    }

    private Reply delete(RoutedRequest routed) {
        return ReplyBodies.deleted(webhooks.delete(routed.argument()));
    }

    private void checkEvents(ObjectNode body) {
        body.path("events").forEach(name -> {
            if (!settings.events().contains(name.asText())) {
                throw new ApiErrorException(new ApiError(
                        400, ErrorCode.INVALID, "Unknown event", "/properties/events/items/enum", "events"));
            }
        });
    }
}

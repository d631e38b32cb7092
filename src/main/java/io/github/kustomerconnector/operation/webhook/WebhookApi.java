package io.github.kustomerconnector.operation.webhook;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import java.util.List;

/**
 * The paths and roles of outbound webhooks ("List outbound webhooks", developer.kustomer.com). The PUT and the roles of
 * PUT and DELETE are assumptions, because Kustomer's documentation does not name them.
 */
final class WebhookApi {

    static final Role READ = role("read");
    static final Role CREATE = role("create");
    static final Role UPDATE = role("update");
    static final Role DELETE = role("delete");

    static final Path ALL = Path.of("/v1/outbound-webhooks");

    /** "Outbound webhooks", help.kustomer.com. */
    static final int MOST = 5;

    private WebhookApi() {}

    static Path byId(String id) {
        return Path.of("/v1/outbound-webhooks/{id}", id);
    }

    private static Role role(String verb) {
        return new Role(
                "org.permission.outbound_webhook." + verb,
                "org.admin.outbound_webhooks",
                List.of("org.outbound_webhooks"));
    }
}

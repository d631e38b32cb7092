package io.github.kustomerconnector.operation.webhook;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Registration;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registers an outbound webhook: finds it by its address, then changes or creates it. A disabled webhook is enabled.
 *
 * <p>Kustomer accepts no id of ours and no second look-up than the list. A webhook that this operation creates
 * therefore has a header that names this connector. If two runtimes create two, the younger one is deleted. A webhook
 * without the header is never deleted.
 */
public record RegisterWebhook(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable WebhookFields webhook,
        @Nullable WebhookOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. To delete a copy that another runtime created, it needs delete too. */
    public static List<Role> roles() {
        return List.of(WebhookApi.READ, WebhookApi.CREATE, WebhookApi.UPDATE);
    }

    /** A {@link RegisteredWebhook}; a {@link WebhookWithToken} if the token is to be written to a document. */
    @Override
    public Object result(CallResult.Written result) {
        RegisteredWebhook registered = RegisteredWebhook.of(result);
        if (!wantsToken()) {
            return registered;
        }
        String token = result.resource()
                .attribute("token")
                .orElseThrow(() -> Failure.invalid(
                        "options.tokenDocument",
                        "asks for the signing token, but Kustomer's answer has none: copy it in Kustomer's settings"));
        return new WebhookWithToken(registered, new SigningToken(token));
    }

    @Override
    public Call.Register call(TaskIdentity task) {
        Map<String, Json> given =
                WebhookMapping.checked(webhook == null ? new WebhookFields(null, null, null, null) : webhook);
        String url = BodyBuilder.text(given, "url").orElseThrow();
        Registration registration = new Registration(
                found -> found.attribute("url")
                        .filter(other -> WebhookMapping.isSame(other, url))
                        .isPresent(),
                WebhookRequests::isOwn,
                found -> WebhookRequests.update(found, given),
                id -> new Request("DELETE", WebhookApi.byId(id), null, WebhookApi.DELETE),
                wantsToken() ? Optional.of(id -> Request.get(WebhookApi.byId(id), WebhookApi.READ)) : Optional.empty(),
                WebhookApi.MOST,
                "Delete one in Kustomer: Settings > Platform > Outbound webhooks");
        return new Call.Register(
                task.derived(),
                task.named(url),
                Request.get(WebhookApi.ALL.with("pageSize", Path.LARGEST_PAGE), WebhookApi.READ),
                WebhookRequests.create(given),
                registration,
                WebhookOptions.orDefault(options).timeout());
    }

    private boolean wantsToken() {
        return Choice.isTrue(
                "options.tokenDocument", WebhookOptions.orDefault(options).tokenDocument());
    }
}

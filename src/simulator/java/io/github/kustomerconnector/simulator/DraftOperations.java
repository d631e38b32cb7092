package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * The endpoints of drafts. A draft with {@code sendAt} is scheduled, or sent if that time is at most one minute
 * away. A sent draft adds an outbound message.
 */
final class DraftOperations {

    private static final String READ = "org.permission.message.read org.user.message.read";
    private static final String WRITE = "org.permission.message.create org.user.message.write";

    /** A draft whose {@code sendAt} is at most this far ahead is sent at once. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Records drafts;
    private final Records messages;
    private final Timeline.Parts parts;
    private final Settings settings;

    DraftOperations(Records drafts, Records messages, Timeline.Parts parts, Settings settings) {
        this.drafts = drafts;
        this.messages = messages;
        this.parts = parts;
        this.settings = settings;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/customers/*/drafts", WRITE, this::create),
                Route.of("GET", "/v1/customers/*/drafts", READ, this::list),
                Route.of("PUT", "/v1/drafts/*", WRITE, this::update));
    }

    private Reply create(RoutedRequest routed) {
        String customer = routed.argument();
        if (parts.store().customer(customer).isEmpty()) {
            throw ApiErrorException.notFound("id");
        }
        parts.attachments().check(routed.body());
        ObjectNode body = kept(routed.body()).put("customer", customer);
        parts.validator().countNew("draft", body);
        parts.hook().run(routed.request());
        ObjectNode draft = parts.resources().other("draft", body.put("status", "draft"));
        drafts.add(draft);
        return parts.replies().ok(scheduled(draft));
    }

    private Reply update(RoutedRequest routed) {
        String id = routed.argument();
        parts.hook().run(routed.request());
        return parts.replies().ok(released(id, kept(routed.body())));
    }

    /** One at a time, because a draft is sent only once. */
    private synchronized ObjectNode released(String id, ObjectNode body) {
        ObjectNode draft = drafts.update(id, old -> {
            if (old.at("/attributes/status").asText().equals("sent")) {
                throw new ApiErrorException(
                        ApiError.of(settings.values().sentDraftStatus, ErrorCode.CONFLICT, "Draft was sent"));
            }
            return parts.resources().changes().updated(old, body);
        });
        return scheduled(draft);
    }

    private Reply list(RoutedRequest routed) {
        if (parts.store().customer(routed.argument()).isEmpty()) {
            throw ApiErrorException.notFound("id");
        }
        return parts.replies()
                .page(drafts.all(draft -> related(draft, "customer").equals(routed.argument())), routed);
    }

    private ObjectNode kept(ObjectNode body) {
        ObjectNode kept = body.deepCopy();
        if (!settings.values().draftPayloads) {
            kept.remove("payload");
        }
        return kept;
    }

    private ObjectNode scheduled(ObjectNode draft) {
        JsonNode sendAt = draft.at("/attributes/sendAt");
        if (!sendAt.isTextual()) {
            return draft;
        }
        boolean now = !Resources.instant(sendAt.asText()).isAfter(settings.now().plus(SOON));
        String id = draft.path("id").asText();
        ObjectNode changed = drafts.update(
                id,
                old -> parts.resources()
                        .changes()
                        .updated(old, Json.object().put("status", now ? "sent" : "scheduled")));
        if (now) {
            send(changed);
        }
        return changed;
    }

    private void send(ObjectNode draft) {
        JsonNode attributes = draft.path("attributes");
        ObjectNode message = Json.object()
                .put("channel", attributes.path("channel").asText())
                .put("app", attributes.path("app").asText("simulator"))
                .put("direction", "out")
                .put("status", "sent")
                .put("preview", attributes.path("body").asText())
                .put("customer", related(draft, "customer"));
        messages.add(parts.resources().other("message", message));
        if (!settings.values().sentDraftsListed) {
            drafts.delete(draft.path("id").asText());
        }
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Drafts, and what is sent of them: a draft with a time is scheduled, and sent if the time has come. What is sent becomes an outbound
 * message.
 */
final class DraftOperations {

    private static final String READ = "org.permission.message.read org.user.message.read";
    private static final String WRITE = "org.permission.message.create org.user.message.write";

    /** A time that is as near as this has come. */
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

    private Answer create(Call call) {
        String customer = call.argument();
        if (parts.store().customer(customer).isEmpty()) {
            throw new Refusal(Problem.notFound("id"));
        }
        parts.attachments().check(call.body());
        ObjectNode body = kept(call.body()).put("customer", customer);
        parts.admission().countNew("draft", body);
        parts.hook().run(call.request());
        ObjectNode draft = parts.resources().other("draft", body.put("status", "draft"));
        drafts.add(draft);
        return parts.replies().ok(scheduled(draft));
    }

    private Answer update(Call call) {
        String id = call.argument();
        parts.hook().run(call.request());
        ObjectNode draft = drafts.update(id, old -> {
            if (old.at("/attributes/status").asText().equals("sent")) {
                throw new Refusal(Problem.of(settings.sentDraftStatus(), Reason.CONFLICT, "Draft was sent"));
            }
            return parts.resources().updated(old, kept(call.body()));
        });
        return parts.replies().ok(scheduled(draft));
    }

    private Answer list(Call call) {
        return parts.replies()
                .page(
                        drafts.all(draft -> draft.at("/relationships/customer/data/id")
                                .asText()
                                .equals(call.argument())),
                        call);
    }

    private ObjectNode kept(ObjectNode body) {
        ObjectNode kept = body.deepCopy();
        if (!settings.draftPayloads()) {
            kept.remove("payload");
        }
        return kept;
    }

    private ObjectNode scheduled(ObjectNode draft) {
        JsonNode sendAt = draft.at("/attributes/sendAt");
        if (!sendAt.isTextual()) {
            return draft;
        }
        boolean now = !Instant.parse(sendAt.asText()).isAfter(settings.now().plus(SOON));
        String id = draft.path("id").asText();
        ObjectNode changed = drafts.update(
                id, old -> parts.resources().updated(old, Json.object().put("status", now ? "sent" : "scheduled")));
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
                .put("customer", draft.at("/relationships/customer/data/id").asText());
        messages.add(parts.resources().other("message", message));
        if (!settings.sentDraftsListed()) {
            drafts.delete(draft.path("id").asText());
        }
    }
}

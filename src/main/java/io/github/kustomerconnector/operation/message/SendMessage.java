package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.DraftOrigin;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message to a customer in two requests. {@code POST /v1/customers/{id}/drafts} creates a draft, which
 * Kustomer does not send yet. {@code PUT /v1/drafts/{id}} with {@code sendAt} releases it ("Update a draft",
 * developer.kustomer.com).
 *
 * <p>An existing draft keeps its fields. Kustomer requires its channel again, so the task reads the customer's first
 * 2,000 drafts before it releases one of them.
 *
 * <p>Kustomer accepts neither an id nor an external id for a draft. The protection against a second message therefore
 * depends on the fault:
 *
 * <ul>
 *   <li>The answer to the create is lost: the task looks for its mark in the payloads of the customer's first
 *       2,000 drafts. If it finds none, it creates another draft, and at most one draft stays unsent.
 *   <li>The answer to the release is lost: the same draft is released once more, which sends no second message. If
 *       that answer is lost too, the task is retried only if the draft is listed and not released, so that every
 *       runtime finds it. Otherwise the failure is {@link Failure.OutcomeUnknown}.
 *   <li>The job is redelivered to the same runtime: the runtime remembers its latest drafts and sends nothing.
 *   <li>The runtime crashes between the release and the completion of the job: a repeat sends no second message if
 *       Kustomer lists sent drafts with their payload. That is not documented. Otherwise the repeat sends one. Two
 *       tasks, one with {@code draftOnly} and one with {@code sendDraft}, prevent that. The process stores the draft's
 *       id, and Kustomer sends a draft only once.
 *   <li>The protection is {@code none}: nothing is looked up. A lost answer is {@link Failure.OutcomeUnknown}. After a
 *       crash, another runtime sends the message again.
 * </ul>
 */
public record SendMessage(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable DraftFields draft,
        @Nullable SendOptions options)
        implements Operation<CallResult.Written> {

    /** Empty, because the roles of drafts are not documented. */
    public static List<Role> roles() {
        return List.of();
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.inConversation(result, serverOrDefault(), "draft");
    }

    @Override
    public Call<CallResult.Written> call(TaskIdentity task) {
        if (draft == null) {
            throw Failure.invalid("draft.customer", "is missing");
        }
        return switch (Choice.orElse(draft.action(), "send")) {
            case "send" -> send(task, draft);
            case "draftOnly" -> draftOnly(task, draft);
            case "sendDraft" -> sendDraft(task, draft);
            default -> throw Choice.unknown("draft.action", "send", "draftOnly", "sendDraft");
        };
    }

    /** The release repeats all fields, because an earlier attempt may have created the draft with other values. */
    private Call.SendDraft send(TaskIdentity task, DraftFields fields) {
        NewDraft created = newDraft(task, fields);
        Map<String, Json> release = new LinkedHashMap<>(created.body());
        release.keySet().removeAll(DraftApi.CREATE_ONLY);
        DraftMapping.time(fields).ifPresent(time -> release.put("sendAt", time));
        return call(task, new DraftOrigin.Own(create(task, created)), release);
    }

    private Call.Create draftOnly(TaskIdentity task, DraftFields fields) {
        if (fields.sendAt() != null && !fields.sendAt().isBlank()) {
            throw Failure.invalid("draft.sendAt", "must be empty, because the action draftOnly sends nothing");
        }
        return create(task, newDraft(task, fields));
    }

    private Call.SendDraft sendDraft(TaskIdentity task, DraftFields fields) {
        Attachments attachments = new Attachments(task);
        Map<String, Json> release =
                new LinkedHashMap<>(DraftMapping.release(fields, attachments).checked());
        if (!attachments.uploads().isEmpty()) {
            throw Failure.invalid("draft.attachments", "has documents: give them to the task that creates the draft");
        }
        String id = text(release, "id").orElseThrow();
        Lookup lookup = DraftIdempotency.byId(text(release, "customer").orElseThrow(), id);
        release.keySet().removeAll(DraftApi.OF_ORIGIN);
        return call(
                task,
                new DraftOrigin.Given(id, lookup, (found, now) -> {
                    Map<String, Json> body = DraftMapping.repeated(fields, found);
                    body.putAll(release);
                    return release(id, now, body);
                }),
                release);
    }

    private Call.SendDraft call(TaskIdentity task, DraftOrigin origin, Map<String, Json> fields) {
        return new Call.SendDraft(
                task.derived(),
                origin,
                (id, now) -> release(id, now, fields),
                DraftIdempotency::isReleased,
                SendOptions.orDefault(options).timeout());
    }

    private static Request release(String id, Instant now, Map<String, Json> fields) {
        Map<String, Json> body = new LinkedHashMap<>(fields);
        body.computeIfAbsent("sendAt", name -> DraftIdempotency.sendTimeNow(now));
        return new Request("PUT", DraftApi.byId(id), BodyBuilder.bounded("draft", body), DraftApi.WRITE);
    }

    /** A draft to create for a customer. */
    private record NewDraft(String customer, Map<String, Json> body, List<Upload> uploads) {}

    private NewDraft newDraft(TaskIdentity task, DraftFields fields) {
        Attachments attachments = new Attachments(task);
        Map<String, Json> body =
                new LinkedHashMap<>(DraftMapping.of(fields, attachments).checked());
        String customer = text(body, "customer").orElseThrow();
        body.remove("customer");
        if (SendOptions.orDefault(options).isProtected()) {
            body.put(
                    "payload",
                    DraftIdempotency.withMark(
                            body.get("payload"), task.derived().externalId()));
        }
        return new NewDraft(customer, body, attachments.uploads());
    }

    private Call.Create create(TaskIdentity task, NewDraft created) {
        SendOptions chosen = SendOptions.orDefault(options);
        Request request = new Request(
                "POST",
                DraftApi.ofCustomer(created.customer()),
                BodyBuilder.bounded("draft", created.body()),
                DraftApi.WRITE);
        IdempotencyPolicy policy = chosen.isProtected()
                ? DraftIdempotency.lookUpFirst(
                        created.customer(), task.derived().externalId())
                : DraftIdempotency.createOnce();
        return new Call.Create(task.derived(), task.derived(), request, chosen.timeout(), policy, created.uploads());
    }
}

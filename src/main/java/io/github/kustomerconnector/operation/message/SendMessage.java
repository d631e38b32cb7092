package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message to a customer: {@code POST /v1/customers/{id}/drafts} makes a draft of it, of which nothing goes out yet, and
 * {@code PUT /v1/drafts/{id}} with {@code sendAt} releases it ("Update a draft", developer.kustomer.com). Kustomer takes neither an
 * id nor an external id for a draft, so how far a message is sent effectively once depends on what finds the draft again:
 *
 * <ul>
 *   <li>An answer that is lost while the draft is made: at most one draft stays behind that nobody sends. The draft bears the task
 *       in its {@code payload}, and is looked for in the customer's first 100 drafts before another is made.
 *   <li>An answer that is lost while the draft is released: the same draft is released once more, which sends no second message. Is
 *       the answer lost again, the task is tried again only if the draft is listed and not released, so that every runtime finds
 *       it; otherwise {@link Failure.OutcomeUnknown} leaves it to a person.
 *   <li>A job that is delivered again to the same runtime: the runtime remembers its latest drafts, and sends nothing again.
 *   <li>A crash after the release and before the job is completed: no second message goes out if Kustomer still lists drafts that
 *       were sent, and their payload, which is not documented. Otherwise one does. Two tasks, one with {@code draftOnly} and one with
 *       {@code sendDraft}, rule that out: the process keeps the draft's id, and a draft is sent only once.
 *   <li>With protection {@code none} nothing is looked for: an answer that is lost is {@link Failure.OutcomeUnknown}, and a job that
 *       another runtime takes over after a crash sends again.
 * </ul>
 */
public record SendMessage(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable DraftFields draft,
        @Nullable SendOptions options)
        implements Operation<CallResult.Written> {

    /** Not documented for drafts. */
    /** The roles that a key needs for this operation, all of them. */
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
            default ->
                throw Failure.invalid("draft.action", "is not one of send, draftOnly, sendDraft: choose one of them");
        };
    }

    /** The release says all fields again: the draft of an earlier attempt may have others than the task has now. */
    private Call.SendDraft send(TaskIdentity task, DraftFields fields) {
        NewDraft made = newDraft(task, fields);
        Map<String, Json> release = new LinkedHashMap<>(made.body());
        release.keySet().removeAll(DraftApi.CREATE_ONLY);
        DraftMapping.time(fields).ifPresent(time -> release.put("sendAt", time));
        return dispatch(task, new Call.Origin.Own(create(task, made)), release);
    }

    private Call.Create draftOnly(TaskIdentity task, DraftFields fields) {
        if (fields.sendAt() != null && !fields.sendAt().isBlank()) {
            throw Failure.invalid("draft.sendAt", "is for a draft that is sent: leave it empty");
        }
        return create(task, newDraft(task, fields));
    }

    /** A draft that is there may get other fields with its time. */
    private Call.SendDraft sendDraft(TaskIdentity task, DraftFields fields) {
        Attachments attachments = new Attachments(task);
        Map<String, Json> changes =
                new LinkedHashMap<>(DraftMapping.change(fields, attachments).checked());
        if (!attachments.uploads().isEmpty()) {
            throw Failure.invalid("draft.attachments", "are documents: give them to the task that makes the draft");
        }
        String id = text(changes, "id").orElseThrow();
        changes.remove("id");
        return dispatch(task, new Call.Origin.Given(id), changes);
    }

    private Call.SendDraft dispatch(TaskIdentity task, Call.Origin origin, Map<String, Json> release) {
        return new Call.SendDraft(
                task.derived(),
                origin,
                (id, now) -> {
                    Map<String, Json> body = new LinkedHashMap<>(release);
                    body.computeIfAbsent("sendAt", name -> DraftIdempotency.soon(now));
                    return new Request("PUT", DraftApi.byId(id), BodyBuilder.bounded("draft", body), DraftApi.WRITE);
                },
                DraftIdempotency::isReleased,
                optionsOrDefault().timeout());
    }

    /** A draft to make for a customer. */
    private record NewDraft(String customer, Map<String, Json> body, List<Upload> uploads) {}

    private NewDraft newDraft(TaskIdentity task, DraftFields fields) {
        Attachments attachments = new Attachments(task);
        Map<String, Json> body =
                new LinkedHashMap<>(DraftMapping.of(fields, attachments).checked());
        String customer = text(body, "customer").orElseThrow();
        body.remove("customer");
        if (optionsOrDefault().isProtected()) {
            body.put(
                    "payload",
                    DraftIdempotency.marked(body.get("payload"), task.derived().externalId()));
        }
        return new NewDraft(customer, body, attachments.uploads());
    }

    private Call.Create create(TaskIdentity task, NewDraft made) {
        Request request = new Request(
                "POST",
                DraftApi.ofCustomer(made.customer()),
                BodyBuilder.bounded("draft", made.body()),
                DraftApi.WRITE);
        IdempotencyPolicy policy = optionsOrDefault().isProtected()
                ? DraftIdempotency.lookUpFirst(made.customer(), task.derived().externalId())
                : DraftIdempotency.sentOnce();
        return new Call.Create(
                task.derived(), task.derived(), request, optionsOrDefault().timeout(), policy, made.uploads());
    }

    private SendOptions optionsOrDefault() {
        return SendOptions.orDefault(options);
    }
}

package io.github.kustomerconnector.operation.note;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Attachments;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.CreateOptions;
import io.github.kustomerconnector.operation.CreateWithClientId;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds a note to a conversation: {@code POST /v1/conversations/{id}/notes}. The API offers no way to add a note to a
 * customer without a conversation. {@code /v1/customers/{id}/notes} has only a GET, and the body of
 * {@code POST /v1/notes} has no field for the parent.
 *
 * <p>The client chooses the id, which is derived from the identity. So it finds the note again after a lost answer, a
 * redelivery or a crash. If Kustomer ignores the id, {@code lookUpFirst} finds the note by its external id. It searches
 * the first 2,000 notes of the conversation, because there is no look-up by external id.
 *
 * <p>Documents are uploaded before the note is created. If an upload fails, the task starts again from the beginning.
 */
public record CreateNote(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable NoteFields note,
        @Nullable CreateOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(NoteApi.CREATE);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.inConversation(result, serverOrDefault(), "note");
    }

    @Override
    public Call.Create call(TaskIdentity task) {
        Attachments attachments = new Attachments(task);
        Map<String, Json> given = NoteMapping.of(note, attachments).checked();
        String conversation = text(given, "conversation").orElseThrow();
        CreateWithClientId create =
                new CreateWithClientId(CreateOptions.orDefault(options), task, given, NoteApi.lookups(conversation));
        Map<String, Json> body = create.body();
        body.remove("conversation");
        Request request = new Request(
                "POST", NoteApi.ofConversation(conversation), BodyBuilder.bounded("note", body), NoteApi.CREATE);
        IdempotencyPolicy policy = create.policy(
                List.of("body"),
                found -> create.otherRelation(found, "conversation"),
                found -> Optional.of(update(create, found)));
        return create.create(request, policy, attachments.uploads());
    }

    private static Request update(CreateWithClientId create, Resource found) {
        Map<String, Json> changes = create.changes(NoteApi.CREATE_ONLY);
        return new Request("PUT", NoteApi.byId(found.id()), BodyBuilder.bounded("note", changes), NoteApi.UPDATE);
    }
}

package io.github.kustomerconnector.operation.note;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds a note to a conversation: {@code POST /v1/conversations/{id}/notes}. There is no way to add one to a customer without
 * naming a conversation: {@code GET /v1/customers/{id}/notes} lists the notes of all conversations, no POST goes with it, and the
 * body of {@code POST /v1/notes} has no field that says where the note belongs.
 *
 * <p>Kustomer lets the caller choose the id, so one derived from the identity finds the note again after a lost answer, a
 * redelivery or a crash. Where Kustomer gives ids of its own, {@code lookUpFirst} finds the note by its external id among the
 * first 100 notes that the conversation's list has; there is no look-up by external id.
 *
 * <p>Documents are uploaded before the note is made; what fails there is tried again from the beginning.
 */
public record CreateNote(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable NoteFields note,
        @Nullable CreateOptions options)
        implements Operation<CallResult.Written> {

    /** The roles that a key needs for this operation, all of them. */
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
        CreateWithClientId chosen =
                new CreateWithClientId(CreateOptions.orDefault(options), task, given, NoteApi.ways(conversation));
        Map<String, Json> body = chosen.body();
        body.remove("conversation");
        Request request = new Request(
                "POST", NoteApi.ofConversation(conversation), BodyBuilder.bounded("note", body), NoteApi.CREATE);
        return chosen.create(
                request,
                chosen.policy(
                        found -> found.related("conversation")
                                .filter(other -> !other.equals(conversation))
                                .map(other -> "conversation"),
                        found -> Optional.of(update(given, found))),
                attachments.uploads());
    }

    private static Request update(Map<String, Json> given, Resource found) {
        Map<String, Json> changes = new LinkedHashMap<>(given);
        changes.keySet().removeAll(NoteApi.CREATE_ONLY);
        return new Request("PUT", NoteApi.byId(found.id()), BodyBuilder.bounded("note", changes), NoteApi.UPDATE);
    }
}

package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.field.BodyBuilder.required;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.text;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.FindOptions;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds conversations: {@code GET /v1/conversations/{id}}, {@code GET /v1/conversations/externalId={externalId}}, or
 * {@code GET /v1/customers/{id}/conversations} page by page. Changes nothing, so that a repeated job does no harm; it may
 * find something else than before. Kustomer describes no order of a customer's conversations and takes none.
 */
public record FindConversation(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable ConversationQuery conversation,
        @Nullable FindOptions options)
        implements Operation<CallResult.Query> {

    /** The roles that a key needs for this operation, all of them. */
    public static List<Role> roles() {
        return List.of(ConversationApi.READ);
    }

    @Override
    public Call<? extends CallResult.Query> call(TaskIdentity task) {
        ConversationQuery given = given();
        return switch (way()) {
            case ID -> find(task, "ID", ConversationApi.byId(required("conversation", "id", given.id(), objectId())));
            case EXTERNAL_ID ->
                find(
                        task,
                        "external ID",
                        ConversationApi.byExternalId(
                                required("conversation", "externalId", given.externalId(), text(256))));
            case CUSTOMER -> gather(task);
        };
    }

    @Override
    public FindConversationResult result(CallResult.Query result) {
        FindConversationResult found = FindConversationResult.of(result, serverOrDefault());
        if (!found.found() && optionsOrDefault().required()) {
            throw Failure.notFound(
                    Request.get(ConversationApi.ofCustomer(""), ConversationApi.READ),
                    "the customer has no such conversation");
        }
        return found;
    }

    private enum Way {
        ID,
        EXTERNAL_ID,
        CUSTOMER
    }

    private Way way() {
        return switch (Choice.orElse(given().by(), "id")) {
            case "id" -> Way.ID;
            case "externalId" -> Way.EXTERNAL_ID;
            case "customer" -> Way.CUSTOMER;
            default ->
                throw Failure.invalid("conversation.by", "is not one of id, externalId, customer: choose one of them");
        };
    }

    private ConversationQuery given() {
        return conversation == null
                ? new ConversationQuery(null, null, null, null, null, null, null, null)
                : conversation;
    }

    private FindOptions optionsOrDefault() {
        return FindOptions.orDefault(options);
    }

    private Call.Find find(TaskIdentity task, String field, Path path) {
        Lookup lookup = new Lookup(field, () -> Request.get(path, ConversationApi.READ), found -> true);
        return optionsOrDefault().find(task, lookup);
    }

    private Call.ListAll gather(TaskIdentity task) {
        ConversationListQuery list = ConversationListQuery.of(given());
        return new Call.ListAll(
                task.derived(),
                list::page,
                list::wants,
                list.most(),
                optionsOrDefault().timeout());
    }
}

package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.Formats.list;
import static io.github.kustomerconnector.operation.Formats.objectId;
import static io.github.kustomerconnector.operation.Formats.text;
import static io.github.kustomerconnector.operation.RequestBody.required;

import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Ended;
import io.github.kustomerconnector.client.Failure;
import io.github.kustomerconnector.client.Lookup;
import io.github.kustomerconnector.client.Path;
import io.github.kustomerconnector.client.Request;
import io.github.kustomerconnector.client.Role;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.FindOptions;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.Word;
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
        implements Operation<Ended.Looked> {

    @Override
    public String name() {
        return "find-conversation";
    }

    @Override
    public List<Role> roles() {
        return List.of(ConversationApi.READ);
    }

    @Override
    public Call<? extends Ended.Looked> call(TaskIdentity task) {
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
    public FoundConversations result(Ended.Looked ended) {
        FoundConversations found = FoundConversations.of(ended, place());
        if (!found.found() && how().required()) {
            throw Failure.absent(
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
        return switch (Word.orElse(given().by(), "id")) {
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

    private FindOptions how() {
        return FindOptions.orDefault(options);
    }

    private Call.Find find(TaskIdentity task, String field, Path path) {
        Lookup lookup = new Lookup(field, () -> Request.get(path, ConversationApi.READ), found -> true);
        return new Call.Find(task.derived(), List.of(lookup), how().required(), how().timeout());
    }

    private Call.Gather gather(TaskIdentity task) {
        CustomersConversations list = CustomersConversations.of(given());
        return new Call.Gather(task.derived(), list::page, list::wants, list.most(), how().timeout());
    }
}

package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.field.BodyBuilder.required;
import static io.github.kustomerconnector.field.BodyBuilder.text;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.FindOptions;
import io.github.kustomerconnector.operation.FoundRecords;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds conversations: {@code GET /v1/conversations/{id}}, {@code GET /v1/conversations/externalId={externalId}}, or
 * {@code GET /v1/customers/{id}/conversations} page by page. The operation only reads, so a repeat is safe, but it can
 * return newer records. Kustomer neither documents nor accepts an order for a customer's conversations.
 */
public record FindConversation(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable ConversationQuery conversation,
        @Nullable FindOptions options)
        implements Operation<CallResult.Query> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(ConversationApi.READ);
    }

    @Override
    public Call<? extends CallResult.Query> call(TaskIdentity task) {
        ConversationQuery query = query();
        // The result needs the customer. An invalid one is refused before anything is sent.
        Optional<String> unused = customer(query);
        return switch (Choice.orElse(query.by(), "id")) {
            case "id" -> findById(task, query);
            case "externalId" -> findByExternalId(task, query);
            case "customer" -> list(task, query);
            default -> throw Choice.unknown("conversation.by", "id", "externalId", "customer");
        };
    }

    @Override
    public FoundRecords result(CallResult.Query result) {
        customer(query()).ifPresent(customer -> refuseOfAnother(customer, result));
        FoundRecords found = FoundRecords.of(
                result, "conversation", resource -> serverOrDefault().link("conversations", resource.id()));
        if (!found.found() && FindOptions.orDefault(options).required()) {
            throw Failure.notFound(
                    Request.get(ConversationApi.ofCustomer(""), ConversationApi.READ),
                    "the customer has no such conversation");
        }
        return found;
    }

    private ConversationQuery query() {
        return conversation == null
                ? new ConversationQuery(null, null, null, null, null, null, null, null)
                : conversation;
    }

    /** The customer that the task gives. The look-ups by id and external id may find a conversation of another one. */
    private static Optional<String> customer(ConversationQuery query) {
        return text(
                new BodyBuilder("conversation")
                        .put("customer", query.customer(), objectId())
                        .checked(),
                "customer");
    }

    private static void refuseOfAnother(String customer, CallResult.Query result) {
        List<String> ofAnother = result.resources().stream()
                .filter(each -> each.isRelatedToOther("customer", customer))
                .map(Resource::id)
                .toList();
        if (!ofAnother.isEmpty()) {
            Request request = Request.get(ConversationApi.ofCustomer(""), ConversationApi.READ);
            throw new KustomerException(new Failure.Duplicate(
                    FailureDetails.of(request),
                    "the conversation " + ofAnother.getFirst()
                            + " belongs to another customer than conversation.customer",
                    ofAnother));
        }
    }

    private Query.Find findById(TaskIdentity task, ConversationQuery query) {
        String id = required("conversation", "id", query.id(), objectId());
        Lookup lookup = Lookup.byId(id, () -> Request.get(ConversationApi.byId(id), ConversationApi.READ));
        return FindOptions.orDefault(options).find(task, lookup);
    }

    private Query.Find findByExternalId(TaskIdentity task, ConversationQuery query) {
        String id = required("conversation", "externalId", query.externalId(), identifier(256));
        return FindOptions.orDefault(options).find(task, ConversationApi.findByExternalId(id));
    }

    private Query.ListAll list(TaskIdentity task, ConversationQuery query) {
        ConversationListQuery list = ConversationListQuery.of(query);
        return new Query.ListAll(
                task.derived(),
                list::page,
                list::accepts,
                list.most(),
                FindOptions.orDefault(options).checked().timeout());
    }
}

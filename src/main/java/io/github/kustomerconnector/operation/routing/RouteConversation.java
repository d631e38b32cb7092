package io.github.kustomerconnector.operation.routing;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.call.TransitionStep;
import io.github.kustomerconnector.call.TransitionTarget;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routes a conversation by its open work item: {@code GET /v1/routing/conversations/{id}/work-items}, {@code POST
 * /v1/routing/work-items} if there is none, and one {@code PUT /v1/routing/work-items/{id}} for each change, because
 * Kustomer makes one change per request. After a conflict, the work item is read again.
 *
 * <p>Kustomer's documentation does not state the status of a conflict, nor the unit of the times. 409 and
 * milliseconds are assumed. The changes that are known to be possible in each state are those of a third party.
 */
public record RouteConversation(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable RouteFields route,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(RoutingApi.READ, RoutingApi.CREATE, RoutingApi.UPDATE);
    }

    @Override
    public RoutedConversation result(CallResult.Written result) {
        return RoutedConversation.of(result, Routing.conversation(RouteFields.orEmpty(route)));
    }

    @Override
    public Call<CallResult.Written> call(TaskIdentity task) {
        return PortableNames.resolve(names -> call(task, names));
    }

    private Call.Transition call(TaskIdentity task, PortableNames names) {
        RouteFields fields = RouteFields.orEmpty(route);
        String conversation = Routing.conversation(fields);
        Routing wanted = Routing.of(fields, names);
        TransitionTarget current = new TransitionTarget(
                "open work item of this conversation",
                RoutingApi.ofConversation(conversation),
                found -> !new WorkItem(found).isCompleted(),
                wanted.isEnd());
        return new Call.Transition(
                task.derived().withInputs(Objects.hash(conversation, wanted)),
                current,
                wanted.created().map(with -> RoutingApi.create(conversation, with.field(), with.value())),
                RoutingApi::read,
                found -> next(wanted, new WorkItem(found)),
                TimeoutOptions.timeout(options));
    }

    private static Optional<TransitionStep> next(Routing wanted, WorkItem item) {
        return wanted.next(item).map(change -> change.of(item));
    }
}

package io.github.kustomerconnector.operation.workflow;

import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.PartFormats.OBJECT;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.TimeoutOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Starts a workflow: {@code POST /v1/hooks/web/{hash}}. Kustomer has no other public way to start one. The answer means
 * that Kustomer received the data. It does not mean that a workflow ran.
 *
 * <p>Each post is a new event, so it is sent once. After a lost answer the outcome is unknown, unless the task has the
 * id of the hook: then the key in the data finds the post among the hook's transactions, also before the first one. A
 * job that is redelivered to another runtime without that id starts the workflow again.
 */
public record StartWorkflow(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable WorkflowFields workflow,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. With the id of the hook, it needs another one. */
    public static List<Role> roles() {
        return List.of(HookApi.POST);
    }

    @Override
    public StartedWorkflow result(CallResult.Written result) {
        return StartedWorkflow.of(result);
    }

    @Override
    public Call.Trigger call(TaskIdentity task) {
        WorkflowFields fields = WorkflowFields.orEmpty(workflow);
        Map<String, Json> given = new BodyBuilder("workflow")
                .require("hook", fields.hook(), HookApi.hook())
                .put("data", fields.data(), OBJECT)
                .put("key", fields.key(), identifier(256))
                .put("hookId", fields.hookId(), objectId())
                .checked();
        Optional<String> named = BodyBuilder.text(given, "key");
        String key = named.orElseGet(() -> task.derived().externalId());
        Request post = HookApi.post(
                BodyBuilder.text(given, "hook").orElseThrow(), body(given.getOrDefault("data", Json.NOTHING), key));
        Optional<IntFunction<Request>> received =
                BodyBuilder.text(given, "hookId").map(id -> page -> HookApi.transactions(id, page));
        // A task that can't search for the key does not wait for another one.
        Optional<Identity> shared = named.filter(any -> received.isPresent()).map(task::named);
        return new Call.Trigger(
                task.derived(),
                shared.orElseGet(task::derived),
                post,
                received,
                found -> hasKey(found, key),
                TimeoutOptions.timeout(options));
    }

    private static Body body(Json data, String key) {
        if (data.has(StartedWorkflow.KEY)) {
            throw Failure.invalid(
                    "workflow.data",
                    "has the field " + StartedWorkflow.KEY + ", which the task adds: use workflow.key");
        }
        Json whole = data.with(Json.object(Map.of(StartedWorkflow.KEY, Json.of(key))));
        return BodyBuilder.bounded("workflow.data", whole, HookApi.MAX_BYTES);
    }

    /** Kustomer's documentation does not show where a transaction has its data, so any object in it counts. */
    private static boolean hasKey(Resource transaction, String key) {
        return hasKey(transaction.attributes(), key);
    }

    private static boolean hasKey(Json value, String key) {
        return value.field(StartedWorkflow.KEY)
                        .filter(found -> found.isText(key))
                        .isPresent()
                || value.fields().values().stream().anyMatch(part -> hasKey(part, key));
    }
}

package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Lookup.Answer;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
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
import org.jspecify.annotations.Nullable;

/**
 * Merges a customer into another: {@code POST /v1/customers/merges}.
 *
 * <p>The merge removes the source, so Kustomer refuses a repeat. After a refusal or a lost answer, the first 2,000
 * merges of the target are looked up. A repeat therefore ends with the same merge. After a restart of the connector
 * runtime its outcome is {@code existing}. If the target was itself merged into another customer since, the repeat
 * fails with Kustomer's refusal.
 */
public record MergeCustomers(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable MergeFields merge,
        @Nullable TimeoutOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(CustomerApi.MERGE);
    }

    @Override
    public MergeResult result(CallResult.Written result) {
        Map<String, Json> given = given();
        return MergeResult.of(result, id(given, "source"), id(given, "target"));
    }

    @Override
    public Call.Create call(TaskIdentity task) {
        Map<String, Json> given = given();
        IdempotencyPolicy policy = new IdempotencyPolicy(
                Protection.CONSUMED_INPUT,
                List.of(lookup(id(given, "source"), id(given, "target"))),
                OnDuplicate.RETURN_EXISTING,
                found -> false,
                (lookup, found) -> Optional.empty(),
                found -> Optional.empty());
        Request create =
                new Request("POST", CustomerApi.MERGES, BodyBuilder.bounded("merge", given), CustomerApi.MERGE);
        return new Call.Create(
                task.derived(),
                task.named(id(given, "source") + " into " + id(given, "target")),
                create,
                TimeoutOptions.timeout(options),
                policy);
    }

    private Map<String, Json> given() {
        MergeFields ids = merge == null ? new MergeFields(null, null) : merge;
        Map<String, Json> given = new BodyBuilder("merge")
                .require("source", ids.source(), objectId())
                .require("target", ids.target(), objectId())
                .checked();
        if (id(given, "source").equals(id(given, "target"))) {
            throw Failure.invalid("merge.source", "is the same as merge.target: give two different customers");
        }
        return given;
    }

    private static Lookup lookup(String source, String target) {
        return new Lookup(
                "merged customer",
                () -> Request.get(CustomerApi.mergesInto(target), CustomerApi.READ),
                Answer.LIST,
                merge -> isOf(merge, "source", source) && isOf(merge, "target", target));
    }

    private static boolean isOf(Resource merge, String name, String id) {
        return merge.related(name).filter(id::equals).isPresent();
    }

    private static String id(Map<String, Json> given, String name) {
        return BodyBuilder.text(given, name).orElseThrow();
    }
}

package io.github.kustomerconnector.operation.api;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.RateLimit;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.CamundaFunction;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request that the process defines.
 *
 * <p>After a lost answer, a GET, PUT or DELETE is sent again, but a POST or PATCH only if the form allows it. If a
 * worker crashes between the request and the completion of the job, the engine redelivers the job and the request is
 * sent again. The other operations protect against that.
 */
public record CallKustomerApi(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable ApiRequest request,
        @Nullable CallOptions options)
        implements Operation<CallResult.Raw> {

    /** Empty, because the roles depend on the path. */
    public static List<Role> roles() {
        return List.of();
    }

    @Override
    public ApiResponse result(CallResult.Raw result) {
        return ApiResponse.of(result);
    }

    @Override
    public Call.Raw call(TaskIdentity task) {
        ApiRequest given = request == null ? new ApiRequest(null, null, null, null) : request;
        String method = method(given.method());
        ApiPath apiPath = ApiPath.of(path(given.path()));
        if (method.equals("DELETE") && apiPath.isOwnKey()) {
            throw Failure.invalid(
                    "request.path", "names the API key of this task: deleting it would lock the process out");
        }
        boolean isHook = method.equals("POST") && apiPath.isHook();
        Body body = body(method, given.body(), isHook ? ApiPath.MAX_HOOK_BYTES : BodyBuilder.MAX_BYTES);
        Path path = withQuery(apiPath.path(), given.query());
        RateLimit ofPath = apiPath.isSearch() ? RateLimit.SEARCH : RateLimit.ORGANIZATION;
        RateLimit rateLimit = isHook ? RateLimit.HOOKS : ofPath;
        CallOptions chosen = CallOptions.orDefault(options);
        boolean repeatable = !Set.of("POST", "PATCH").contains(method) || chosen.mayRepeat();
        return new Call.Raw(
                task.derived(), new Request(method, path, body, Role.UNKNOWN, rateLimit), repeatable, chosen.timeout());
    }

    private static String method(@Nullable String given) {
        String method = Choice.orElse(given, "GET").toUpperCase(Locale.ROOT);
        if (!Set.of("GET", "POST", "PUT", "PATCH", "DELETE").contains(method)) {
            throw Choice.unknown("request.method", "GET", "POST", "PUT", "PATCH", "DELETE");
        }
        return method;
    }

    private static String path(@Nullable Json given) {
        if (given == null || given.isBlank()) {
            throw Failure.invalid("request.path", "is missing");
        }
        CamundaFunction.refuseIn("request.path", given);
        return given.text().orElseThrow(() -> Failure.invalid("request.path", "must be text"));
    }

    private static Path withQuery(Path path, @Nullable Json query) {
        if (query == null || query.isBlank()) {
            return path;
        }
        CamundaFunction.refuseIn("request.query", query);
        if (!query.isObject()) {
            throw Failure.invalid("request.query", "must be an object such as {page: 2}");
        }
        Path whole = path;
        for (Map.Entry<String, Json> parameter : query.fields().entrySet()) {
            Json value = parameter.getValue();
            if (!value.isBlank()) {
                whole = whole.with(
                        parameter.getKey(),
                        value.scalar()
                                .orElseThrow(() -> Failure.invalid(
                                        "request.query." + Formats.shownName(parameter.getKey()),
                                        "must be text, a number, true or false")));
            }
        }
        return whole;
    }

    private static @Nullable Body body(String method, @Nullable Json given, int maxBytes) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (method.equals("GET")) {
            throw Failure.invalid("request.body", "is not allowed with GET");
        }
        CamundaFunction.refuseIn("request.body", given);
        if (!given.isObject() && !given.isList()) {
            throw Failure.invalid("request.body", "must be an object or a list");
        }
        return BodyBuilder.bounded("request.body", given, maxBytes);
    }
}

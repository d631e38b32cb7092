package io.github.kustomerconnector.simulator;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Finds the route of a request, checks the key, the rate limit, the role and the body, then calls the operation. It
 * does not depend on the HTTP server.
 */
final class Gateway {

    private final Settings settings;
    private final ApiKeys keys;
    private final RateLimits limits;
    private final BodyValidator validator;
    private final RequestLog log;
    private final List<Route> routes;

    Gateway(
            Settings settings,
            ApiKeys keys,
            RateLimits limits,
            BodyValidator validator,
            RequestLog log,
            List<Route> routes) {
        this.settings = settings;
        this.keys = keys;
        this.limits = limits;
        this.validator = validator;
        this.log = log;
        this.routes = List.copyOf(routes);
    }

    Reply reply(RecordedRequest request) {
        Reply reply;
        try {
            reply = process(request);
        } catch (ApiErrorException failure) {
            reply = failure.reply(settings.values().errorShape);
        }
        return reply.with(limits.headers()).with(deliveryHeaders());
    }

    private Reply process(RecordedRequest request) {
        Route route = route(request);
        ApiKey key = keys.authenticate(request);
        limits.countRequest();
        keys.authorize(key, route.roles());
        String argument = route.argument(request.path()).orElseThrow();
        return route.operation().apply(new RoutedRequest(request, key, argument, validator.body(request)));
    }

    private Route route(RecordedRequest request) {
        List<Route> ofPath = routes.stream()
                .filter(route -> route.argument(request.path()).isPresent())
                .toList();
        return ofPath.stream()
                .filter(route -> route.method().equals(request.method()))
                .findFirst()
                .orElseThrow(() -> unexpected(request, ofPath));
    }

    /** The endpoint may exist in Kustomer, so the error names the simulator. */
    private ApiErrorException unexpected(RecordedRequest request, List<Route> ofPath) {
        int status = ofPath.isEmpty() ? 404 : 405;
        log.addUnexpected(request.withStatus(status));
        String methods = ofPath.stream().map(Route::method).distinct().collect(Collectors.joining(", "));
        String title = "The simulator does not have %s %s%s. %s"
                .formatted(
                        request.method(),
                        request.path(),
                        ofPath.isEmpty() ? "" : ", only " + methods,
                        "Request the endpoint in an issue of this project, or send the task to a real Kustomer server");
        return new ApiErrorException(
                ApiError.of(status, ofPath.isEmpty() ? ErrorCode.NOT_FOUND : ErrorCode.NOT_ALLOWED, title));
    }

    /** All roles that an endpoint names. */
    Set<String> roles() {
        return routes.stream().flatMap(route -> route.roles().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, String> deliveryHeaders() {
        byte[] id = new byte[20];
        ThreadLocalRandom.current().nextBytes(id);
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Kustomer-Pod", settings.values().pod);
        headers.put("X-Amz-Cf-Id", HexFormat.of().formatHex(id));
        return headers;
    }
}

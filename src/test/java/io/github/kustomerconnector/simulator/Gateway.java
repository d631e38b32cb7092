package io.github.kustomerconnector.simulator;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Kustomer's front door: who asks, how often, for what; then the operation. Knows nothing of HTTP's transport. */
final class Gateway {

    private final Settings settings;
    private final Keys keys;
    private final RateLimits limits;
    private final Admission admission;
    private final Journal journal;
    private final List<Route> routes;

    Gateway(Settings settings, Keys keys, RateLimits limits, Admission admission, Journal journal, List<Route> routes) {
        this.settings = settings;
        this.keys = keys;
        this.limits = limits;
        this.admission = admission;
        this.journal = journal;
        this.routes = List.copyOf(routes);
    }

    Answer answer(RecordedRequest request) {
        Answer answer;
        try {
            answer = admitted(request);
        } catch (Refusal refusal) {
            answer = refusal.answer(settings.errorShape());
        }
        return answer.with(limits.headers()).with(delivery());
    }

    private Answer admitted(RecordedRequest request) {
        Route route = route(request);
        ApiKey key = keys.authenticate(request);
        limits.countRequest();
        keys.authorize(key, route.roles());
        String argument = route.argument(request.path()).orElseThrow();
        return route.operation().apply(new Call(request, key, argument, admission.body(request)));
    }

    private Route route(RecordedRequest request) {
        List<Route> ofPath = routes.stream()
                .filter(route -> route.argument(request.path()).isPresent())
                .toList();
        return ofPath.stream()
                .filter(route -> route.method().equals(request.method()))
                .findFirst()
                .orElseThrow(() -> unexpected(request, ofPath.isEmpty()));
    }

    private Refusal unexpected(RecordedRequest request, boolean unknownPath) {
        journal.addUnexpected(request);
        return new Refusal(
                unknownPath ? Problem.notFound("") : Problem.of(405, Reason.NOT_ALLOWED, "Method Not Allowed"));
    }

    private Map<String, String> delivery() {
        byte[] id = new byte[20];
        ThreadLocalRandom.current().nextBytes(id);
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Kustomer-Pod", settings.pod());
        headers.put("X-Amz-Cf-Id", HexFormat.of().formatHex(id));
        return headers;
    }
}

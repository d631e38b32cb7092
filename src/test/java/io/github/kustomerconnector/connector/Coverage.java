package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The requests that each operation sends, as {@code GET /v1/conversations/{id}}, from runs of its sample tasks at the
 * simulator. Each task runs twice; in the second run the answer to its first POST is lost, so that it looks up.
 *
 * @param requests by the operation's name in the form
 */
record Coverage(Map<String, Set<String>> requests) {

    private static final String CALL_API = "Call Kustomer API";

    /** The requests of all operations except Call Kustomer API, which can send all. */
    static Coverage ofRuns() {
        Map<String, Set<String>> requests = new TreeMap<>();
        try (KustomerSimulator kustomer = KustomerSimulator.start()) {
            for (CoverageVariant variant : CoverageVariant.all()) {
                String name = name(variant.connector().apply(JobHandling.environment("test")));
                if (!name.equals(CALL_API)) {
                    Set<String> sent = requests.computeIfAbsent(name, operation -> new TreeSet<>());
                    run(variant, kustomer, sent);
                    kustomer.inject(Fault.close(Step.AFTER_STORING), RequestMatcher.method("POST"), 1);
                    run(variant, kustomer, sent);
                }
            }
        }
        return new Coverage(requests);
    }

    private static void run(CoverageVariant variant, KustomerSimulator kustomer, Set<String> sent) {
        JobHandling jobs = JobHandling.of(variant.connector().apply(JobHandling.environment("test")), kustomer);
        jobs.run(variant.task().fill(jobs.task(), kustomer).withoutErrorExpression());
        kustomer.requests().stream()
                .filter(request -> request.path().startsWith("/v"))
                .map(Coverage::shown)
                .forEach(sent::add);
        kustomer.reset();
    }

    private static String name(KustomerConnector<?> connector) {
        return connector.getClass().getAnnotation(OutboundConnector.class).name();
    }

    /** Without ids and other values. A search for counts is told apart by its query. */
    private static String shown(RecordedRequest request) {
        String path = request.path()
                .replaceAll("[0-9a-f]{24}(,[0-9a-f]{24})+", "{ids}")
                .replaceAll("[0-9a-f]{24}", "{id}")
                .replaceAll("(?i)(email|phone|externalid)=[^/]+", "$1={value}");
        boolean isCount = request.target().contains("pageSize=1&idsOnly=true");
        return request.method() + " " + path + (isCount ? " (count)" : "");
    }
}

package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The faults of the page that wait for a request. Faults that a test injected are not among them. */
final class PageFaults {

    /** The choices of the requests that a fault waits for, by their names on the page. */
    private static final Map<String, RequestMatcher> REQUESTS = Map.of(
            "any", RequestMatcher.any(),
            "create", NextRequest.CREATES,
            "update", NextRequest.UPDATES,
            "read", NextRequest.READS,
            "delete", RequestMatcher.method("DELETE"));

    private final FaultScript script;
    private final List<Waiting> waiting = new ArrayList<>();

    PageFaults(FaultScript script) {
        this.script = script;
    }

    /** @throws IllegalArgumentException if the kind of request is unknown */
    synchronized void add(PageFault fault, String requests) {
        RequestMatcher matcher = REQUESTS.get(requests);
        if (matcher == null) {
            throw new IllegalArgumentException("There is no kind of request " + requests);
        }
        Waiting added = new Waiting(fault, matcher, new AtomicBoolean(true));
        waiting.removeIf(each -> !each.isOpen().get());
        waiting.add(added);
        script.add(fault.fault(), added, 1);
    }

    /** Cancels the faults that still wait. */
    synchronized void clear() {
        waiting.forEach(each -> each.isOpen().set(false));
        waiting.clear();
    }

    synchronized ArrayNode json() {
        ArrayNode json = Json.object().putArray("faults");
        for (PageFault fault : PageFault.values()) {
            ObjectNode entry = json.addObject().put("key", fault.name());
            entry.put("label", fault.label()).put("effect", fault.effect());
            entry.put(
                    "waiting",
                    waiting.stream()
                            .filter(each ->
                                    each.fault() == fault && each.isOpen().get())
                            .count());
        }
        return json;
    }

    /** A fault that waits. It matches one request. */
    private record Waiting(PageFault fault, RequestMatcher matcher, AtomicBoolean isOpen) implements RequestMatcher {

        @Override
        public boolean matches(RecordedRequest request) {
            return matcher.matches(request) && isOpen.getAndSet(false);
        }
    }
}

package io.github.kustomerconnector.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults that are still to be injected, and a count of those that were. */
final class FaultScript {

    private final List<Scripted> script = new ArrayList<>();
    private final Map<Fault.Kind, Integer> injected = new EnumMap<>(Fault.Kind.class);

    synchronized void add(Fault fault, RequestMatcher matcher, int times) {
        script.add(new Scripted(fault, matcher, times));
    }

    /**
     * Takes the first fault that matches a request at a step; empty if there is none.
     *
     * @param combined whether to look for a fault that ends no request, or for one of the others
     */
    synchronized Optional<Fault> due(RecordedRequest request, Fault.Step step, boolean combined) {
        Optional<Scripted> due = script.stream()
                .filter(scripted ->
                        scripted.fault.step() == step && scripted.fault.kind().isCombined() == combined)
                .filter(scripted -> scripted.left > 0 && scripted.matcher.matches(request))
                .findFirst();
        due.ifPresent(scripted -> {
            scripted.left--;
            injected.merge(scripted.fault.kind(), 1, Integer::sum);
        });
        return due.map(scripted -> scripted.fault);
    }

    synchronized Map<Fault.Kind, Integer> injected() {
        return Map.copyOf(injected);
    }

    synchronized void clear() {
        script.clear();
        injected.clear();
    }

    private static final class Scripted {

        private final Fault fault;
        private final RequestMatcher matcher;
        private int left;

        Scripted(Fault fault, RequestMatcher matcher, int left) {
            this.fault = fault;
            this.matcher = matcher;
            this.left = left;
        }
    }
}

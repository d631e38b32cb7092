package io.github.kustomerconnector.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The measurements of one contender in all rounds of a scenario. */
record Result(Scenario scenario, ContenderKind kind, List<Measurement> rounds) {

    double median(ToDoubleFunction<Measurement> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<Measurement> figure) {
        return rounds.stream().mapToDouble(figure).min().orElseThrow();
    }

    double most(ToDoubleFunction<Measurement> figure) {
        return rounds.stream().mapToDouble(figure).max().orElseThrow();
    }
}

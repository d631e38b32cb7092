package io.github.kustomerconnector.benchmark;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Compares two contenders round by round, because the load of the machine changes between rounds. */
final class Ratio {

    private Ratio() {}

    /** The median of the ratios of the rounds. */
    static double of(Result one, Result other, ToDoubleFunction<Measurement> figure) {
        double[] sorted = IntStream.range(0, one.rounds().size())
                .mapToDouble(round -> figure.applyAsDouble(one.rounds().get(round))
                        / figure.applyAsDouble(other.rounds().get(round)))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

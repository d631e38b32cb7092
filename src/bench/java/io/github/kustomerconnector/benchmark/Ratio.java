package io.github.kustomerconnector.benchmark;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How two contenders compare: round by round, since both had their turn while the machine did much the same. */
final class Ratio {

    private Ratio() {}

    /** The median of the rounds' ratios. */
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

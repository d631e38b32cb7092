package io.github.kustomerconnector.benchmark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The JMH benchmark: one call of a contender. The options of the run set the number of threads. */
public class CallBenchmark {

    /**
     * The contenders, by name. They are static, because JMH instantiates its states and passes only texts to them. A
     * contender keeps its connections from round to round, as in a connector runtime.
     */
    private static final Map<String, Contender> CONTENDERS = new ConcurrentHashMap<>();

    /** Registers the contender {@code name}, made by {@code maker}, unless the name is registered already. */
    static void register(String name, Supplier<Contender> maker) {
        CONTENDERS.computeIfAbsent(name, unused -> maker.get());
    }

    /** The contender of a run, shared by its threads. */
    @State(Scope.Benchmark)
    public static class Run {

        /** The name of a registered contender. */
        @Param("none")
        public String contender = "none";

        private final AtomicInteger callers = new AtomicInteger();
        private Contender selected = caller -> {
            throw new IllegalStateException();
        };

        /** Selects the contender. */
        @Setup
        public void find() {
            selected = CONTENDERS.get(contender);
        }
    }

    /** The number of one thread. */
    @State(Scope.Thread)
    public static class Caller {

        private int number;

        /** Takes the next number. */
        @Setup
        public void takeNumber(Run run) {
            number = run.callers.getAndIncrement();
        }
    }

    /** Creates a customer. */
    @Benchmark
    public Object call(Run run, Caller caller) throws Exception {
        return run.selected.call(caller.number);
    }
}

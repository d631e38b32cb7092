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

/** One call, by as many threads as JMH is told. */
public class CallBenchmark {

    /**
     * Those who take part, by name. JMH makes its states itself and can be handed nothing but names; and a contender keeps
     * its connections from round to round, as a connector runtime does.
     */
    private static final Map<String, Contender> CONTENDERS = new ConcurrentHashMap<>();

    /** The contender of such a name, made by {@code maker} when it is first named. */
    static void register(String name, Supplier<Contender> maker) {
        CONTENDERS.computeIfAbsent(name, unused -> maker.get());
    }

    /** Who calls. */
    @State(Scope.Benchmark)
    public static class Setting {

        /** A name that was registered. */
        @Param("none")
        public String contender = "none";

        private final AtomicInteger callers = new AtomicInteger();
        private Contender called = caller -> {
            throw new IllegalStateException();
        };

        /** Finds the contender. */
        @Setup
        public void find() {
            called = CONTENDERS.get(contender);
        }
    }

    /** One of the threads. */
    @State(Scope.Thread)
    public static class Caller {

        private int number;

        /** Takes a number. */
        @Setup
        public void takeNumber(Setting setting) {
            number = setting.callers.getAndIncrement();
        }
    }

    /** Creates a customer. */
    @Benchmark
    public Object call(Setting setting, Caller caller) throws Exception {
        return setting.called.call(caller.number);
    }
}

package io.github.kustomerconnector.crash;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.time.Duration;

/** What a crash test plays with: a Kustomer in this JVM, an engine and runtimes outside. */
record Stage(Engine engine, KustomerSimulator kustomer, Runtimes runtimes, Instances instances)
        implements AutoCloseable {

    /** Starts all but the engine, which it takes over. */
    static Stage set(Engine engine, Duration jobTimeOut) {
        KustomerSimulator kustomer = KustomerSimulator.start();
        Runtimes runtimes = Runtimes.start(engine, kustomer.baseUrl(), jobTimeOut);
        return new Stage(engine, kustomer, runtimes, Instances.on(engine));
    }

    @Override
    public void close() {
        instances.close();
        runtimes.close();
        kustomer.close();
        engine.close();
    }
}

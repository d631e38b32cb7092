package io.github.kustomerconnector.crash;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.time.Duration;

/** The environment of a crash test: a simulated Kustomer in this JVM, an engine and runtimes in other processes. */
record CrashEnvironment(Engine engine, KustomerSimulator kustomer, Runtimes runtimes, Instances instances)
        implements AutoCloseable {

    /** Starts everything but the engine. {@link #close()} closes the engine too. */
    static CrashEnvironment start(Engine engine, Duration jobTimeOut) {
        KustomerSimulator kustomer = KustomerSimulator.start();
        Runtimes runtimes = Runtimes.start(engine, kustomer.baseUrl(), jobTimeOut);
        return new CrashEnvironment(engine, kustomer, runtimes, Instances.deploy(engine));
    }

    @Override
    public void close() {
        instances.close();
        runtimes.close();
        kustomer.close();
        engine.close();
    }
}

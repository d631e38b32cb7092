package io.github.kustomerconnector.crash;

import java.util.Map;

/** The real connector runtime in its own JVM. It finds the connectors with the Java service loader. */
final class RuntimeProcess implements AutoCloseable {
    private final ChildProcess process;

    private RuntimeProcess(ChildProcess process) {
        this.process = process;
    }

    /** Starts a runtime that does not take jobs yet, and does not wait until it is ready. */
    static RuntimeProcess prepare(Engine engine, Map<String, String> environment) {
        return new RuntimeProcess(
                ChildProcess.start("runtime", environment, RuntimeMain.class, Integer.toString(engine.gatewayPort())));
    }

    /** Lets the runtime take jobs and waits until it does. */
    void open() {
        process.await(RuntimeMain.PREPARED);
        process.tell("open");
        process.await(RuntimeMain.TAKES_JOBS);
    }

    /** Kills the runtime (SIGKILL). */
    void kill() {
        process.assertAlive();
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}

package io.github.kustomerconnector.crash;

import java.util.Map;

/** The real connector runtime in a JVM of its own, with the connectors that it finds by the Java service loader. */
final class RuntimeProcess implements AutoCloseable {
    private final ChildProcess process;

    private RuntimeProcess(ChildProcess process) {
        this.process = process;
    }

    /** Starts one that takes no jobs yet; does not wait until it is up. */
    static RuntimeProcess prepare(Engine engine, Map<String, String> environment) {
        return new RuntimeProcess(
                ChildProcess.start("runtime", environment, RuntimeMain.class, Integer.toString(engine.gatewayPort())));
    }

    /** Lets it take jobs, and waits until it does. */
    void open() {
        process.await(RuntimeMain.PREPARED);
        process.tell("open");
        process.await(RuntimeMain.TAKES_JOBS);
    }

    /** Ends it in the middle of whatever it does (SIGKILL). */
    void kill() {
        process.assertAlive();
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}

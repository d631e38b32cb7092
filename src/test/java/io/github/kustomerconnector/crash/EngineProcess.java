package io.github.kustomerconnector.crash;

import java.util.Map;

/** The in-memory engine in its own JVM on a free port. It stays when a runtime is killed. */
final class EngineProcess implements Engine {
    private final ChildProcess process;
    private final int gatewayPort;

    private EngineProcess(ChildProcess process) {
        this.process = process;
        this.gatewayPort = Integer.parseInt(process.await(EngineMain.PORT));
    }

    static EngineProcess start() {
        return new EngineProcess(ChildProcess.start("engine", Map.of(), EngineMain.class));
    }

    @Override
    public int gatewayPort() {
        return gatewayPort;
    }

    /** The number of job time-outs. It is known after the engine is closed. */
    int timedOutJobs() {
        return process.line(EngineMain.TIMED_OUT).map(Integer::parseInt).orElseThrow();
    }

    @Override
    public void close() {
        process.close();
    }
}

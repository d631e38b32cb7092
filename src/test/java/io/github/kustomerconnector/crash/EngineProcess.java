package io.github.kustomerconnector.crash;

import java.util.Map;

/** The engine in memory, in a JVM of its own on a free port, so that runtimes come and go beside it. */
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

    /** How many times a job outlived its time-out; known when the engine is closed. */
    int timedOutJobs() {
        return process.line(EngineMain.TIMED_OUT).map(Integer::parseInt).orElseThrow();
    }

    @Override
    public void close() {
        process.close();
    }
}

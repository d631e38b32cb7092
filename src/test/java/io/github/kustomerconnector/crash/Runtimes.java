package io.github.kustomerconnector.crash;

import io.github.kustomerconnector.engine.ConnectorRuntime;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runtime that takes jobs, and its successor, which can start while the first one runs. */
final class Runtimes implements AutoCloseable {
    private final Engine engine;
    private final Map<String, String> environment;
    private RuntimeProcess current;
    private @Nullable RuntimeProcess next;

    private Runtimes(Engine engine, Map<String, String> environment) {
        this.engine = engine;
        this.environment = Map.copyOf(environment);
        this.current = prepare();
        current.open();
    }

    /**
     * Starts the first runtime.
     *
     * @param jobTimeOut after which the engine delivers a job again
     */
    static Runtimes start(Engine engine, URI kustomer, Duration jobTimeOut) {
        String millis = Long.toString(jobTimeOut.toMillis());
        Map<String, String> environment = new HashMap<>();
        environment.put("CONNECTOR_CREATE_KUSTOMER_CUSTOMER_TIMEOUT", millis);
        environment.put("CONNECTOR_CREATE_KUSTOMER_CONVERSATION_TIMEOUT", millis);
        environment.put("KUSTOMER_CONNECTOR_NAMESPACE", "crash-test");
        environment.put(ConnectorRuntime.SECRET_PREFIX + "KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        environment.put(ConnectorRuntime.SECRET_PREFIX + "KUSTOMER_BASE_URL", kustomer.toString());
        return new Runtimes(engine, environment);
    }

    /** Begins to start the successor, so that it can take over at once. */
    void prepareNext() {
        next = prepare();
    }

    /** Kills the runtime that takes jobs. */
    void kill() {
        current.kill();
    }

    /** Lets the successor take jobs in place of the killed runtime. */
    void replace() {
        current = next == null ? prepare() : next;
        next = null;
        current.open();
    }

    @Override
    public void close() {
        if (next != null) {
            next.close();
        }
        current.close();
    }

    private RuntimeProcess prepare() {
        return RuntimeProcess.prepare(engine, environment);
    }
}

package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.client.KustomerClient;
import java.util.random.RandomGenerator;

/**
 * What the connectors of one runtime share.
 *
 * @param client holds the connections
 * @param namespace tells clusters apart that work in one Kustomer organization; may be empty
 * @param failures how often each task has failed
 * @param engineErrors what the engine is told
 */
record ConnectorEnvironment(
        KustomerClient client, String namespace, FailureCounts failures, EngineErrors engineErrors) {

    /** The environment variable that holds the namespace. */
    static final String NAMESPACE = "KUSTOMER_CONNECTOR_NAMESPACE";

    private static final int REMEMBERED_TASKS = 10_000;

    /** Those of this process, built when they are first asked for. */
    static ConnectorEnvironment ofProcess() {
        return OfProcess.INSTANCE;
    }

    static ConnectorEnvironment of(KustomerClient client, String namespace, RandomGenerator random) {
        FailureCounts failures = new FailureCounts(REMEMBERED_TASKS);
        return new ConnectorEnvironment(client, namespace, failures, new EngineErrors(failures, random));
    }

    private static final class OfProcess {
        static final ConnectorEnvironment INSTANCE = of(
                KustomerClient.create(System.getenv()),
                System.getenv().getOrDefault(NAMESPACE, ""),
                RandomGenerator.getDefault());
    }
}

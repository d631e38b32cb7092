package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.client.KustomerClient;
import java.util.random.RandomGenerator;

/**
 * The objects that the connectors of one runtime share.
 *
 * @param client has the connection pool
 * @param namespace distinguishes clusters that use the same Kustomer organization; may be empty
 * @param failures the number of failures of each task
 * @param engineErrors maps failures to exceptions of the SDK
 * @param keys the API keys of the tasks
 */
record ConnectorEnvironment(
        KustomerClient client, String namespace, FailureCounts failures, EngineErrors engineErrors, ApiKeys keys) {

    /** The environment variable that holds the namespace. */
    static final String NAMESPACE = "KUSTOMER_CONNECTOR_NAMESPACE";

    private static final int MAX_COUNTED_TASKS = 50_000;

    /** The environment of this process, built on first use. */
    static ConnectorEnvironment ofProcess() {
        return OfProcess.INSTANCE;
    }

    static ConnectorEnvironment of(KustomerClient client, String namespace, RandomGenerator random) {
        FailureCounts failures = new FailureCounts(MAX_COUNTED_TASKS);
        return new ConnectorEnvironment(client, namespace, failures, new EngineErrors(failures, random), new ApiKeys());
    }

    private static final class OfProcess {
        static final ConnectorEnvironment INSTANCE = of(
                KustomerClient.create(System.getenv()),
                System.getenv().getOrDefault(NAMESPACE, ""),
                RandomGenerator.getDefault());
    }
}

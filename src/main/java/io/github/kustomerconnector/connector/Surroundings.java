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
record Surroundings(KustomerClient client, String namespace, Failures failures, EngineErrors engineErrors) {

    /** The environment variable that holds the namespace. */
    static final String NAMESPACE = "KUSTOMER_CONNECTOR_NAMESPACE";

    private static final int REMEMBERED_TASKS = 10_000;

    /** Those of this process, built when they are first asked for. */
    static Surroundings ofProcess() {
        return OfProcess.INSTANCE;
    }

    static Surroundings of(KustomerClient client, String namespace, RandomGenerator random) {
        Failures failures = new Failures(REMEMBERED_TASKS);
        return new Surroundings(client, namespace, failures, new EngineErrors(failures, random));
    }

    private static final class OfProcess {
        static final Surroundings INSTANCE = of(
                KustomerClient.create(System.getenv()),
                System.getenv().getOrDefault(NAMESPACE, ""),
                RandomGenerator.getDefault());
    }
}

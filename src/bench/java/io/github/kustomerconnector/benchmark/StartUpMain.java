package io.github.kustomerconnector.benchmark;

import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Objects;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/**
 * Prints the cost of a contender in a new JVM on one line: the milliseconds to instantiate all connectors of this
 * project (0 for other contenders), the milliseconds of the first call, and the number of classes that the call loads.
 * Arguments: the URL and the name of a {@link ContenderKind}.
 */
public final class StartUpMain {

    private StartUpMain() {}

    /** The entry point. */
    public static void main(String[] arguments) throws Exception {
        // Start logging first, because a connector runtime does so before it instantiates connectors.
        LoggerFactory.getLogger(StartUpMain.class).debug("starting");
        ContenderKind kind = ContenderKind.valueOf(arguments[1]);
        double instantiation = kind == ContenderKind.KUSTOMER ? instantiate() : 0;
        Contender contender = kind.contender(URI.create(arguments[0]), Protocol.HTTP);
        long classes = loaded();
        long start = System.nanoTime();
        contender.call(0);
        System.out.println(instantiation + " " + millis(start) + " " + (loaded() - classes));
        System.exit(0);
    }

    private static double instantiate() {
        long start = System.nanoTime();
        long count = ServiceLoader.load(OutboundConnectorFunction.class).stream()
                .filter(provider -> provider.type().getName().startsWith("io.github.kustomerconnector."))
                .map(ServiceLoader.Provider::get)
                .filter(Objects::nonNull)
                .count();
        if (count == 0) {
            throw new IllegalStateException("no connector found");
        }
        return millis(start);
    }

    private static long loaded() {
        return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}

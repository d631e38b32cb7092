package io.github.kustomerconnector.benchmark;

import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Objects;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/**
 * What a connector costs a JVM that has just started, on one line: milliseconds to make all connectors of this product (nothing
 * if another has its turn), milliseconds of the first call, and the number of classes that the call loaded. Arguments: URL, and
 * the name of a {@link Party}.
 */
public final class StartUpMain {

    private StartUpMain() {}

    /** The entry point. */
    public static void main(String[] arguments) throws Exception {
        // A connector runtime has started its logging before it makes connectors.
        LoggerFactory.getLogger(StartUpMain.class).debug("starting");
        Party party = Party.valueOf(arguments[1]);
        double made = party == Party.KUSTOMER ? make() : 0;
        Contender contender = party.contender(URI.create(arguments[0]), Protocol.HTTP);
        long classes = loaded();
        long start = System.nanoTime();
        contender.call(0);
        System.out.println(made + " " + millis(start) + " " + (loaded() - classes));
        System.exit(0);
    }

    private static double make() {
        long start = System.nanoTime();
        long made = ServiceLoader.load(OutboundConnectorFunction.class).stream()
                .filter(provider -> provider.type().getName().startsWith("io.github.kustomerconnector."))
                .map(ServiceLoader.Provider::get)
                .filter(Objects::nonNull)
                .count();
        if (made == 0) {
            throw new IllegalStateException("no connector");
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

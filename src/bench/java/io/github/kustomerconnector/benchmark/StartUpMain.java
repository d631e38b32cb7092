package io.github.kustomerconnector.benchmark;

import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ServiceLoader;

/**
 * What a connector costs a JVM that has just started, on one line: milliseconds to make all connectors of this product,
 * then of the first call, the number of classes that the call loaded, and the number of connectors. Argument: URL, and {@code bare} or {@code kustomer}.
 */
public final class StartUpMain {

    private StartUpMain() {}

    /** The entry point. */
    public static void main(String[] arguments) throws Exception {
        URI url = URI.create(arguments[0]);
        var ours = ServiceLoader.load(OutboundConnectorFunction.class).stream()
                .filter(provider -> provider.type().getName().startsWith("io.github.kustomerconnector."))
                .toList();
        long start = System.nanoTime();
        int found = ours.stream().map(ServiceLoader.Provider::get).toList().size();
        double made = millis(start);
        Contender contender = arguments[1].equals("bare")
                ? Contenders.bare(url, HttpClient.Version.HTTP_1_1)
                : Contenders.kustomer(url);
        long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        start = System.nanoTime();
        contender.call(0);
        System.out.println(made + " " + millis(start) + " "
                + (ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - classes) + " " + found);
        System.exit(0);
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}

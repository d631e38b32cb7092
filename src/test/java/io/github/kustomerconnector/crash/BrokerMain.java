package io.github.kustomerconnector.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The broker as a program that ends with its input. It uses only the JDK, because it runs on the broker's class path. */
final class BrokerMain {
    /** The class of the distribution that starts a broker. */
    static final String BROKER = "io.camunda.application.StandaloneBroker";

    private BrokerMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().start(BrokerMain::endWithInput);
        Class.forName(BROKER).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void endWithInput() {
        InputStream input = System.in;
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(0);
    }
}

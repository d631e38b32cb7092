package io.github.kustomerconnector.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The broker as a program that ends with its input. Runs on the broker's class path, so it knows nothing but the JDK. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().start(BrokerMain::endWithInput);
        Class.forName("io.camunda.application.StandaloneBroker")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
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

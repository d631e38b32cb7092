package io.github.kustomerconnector.crash;

/** A Zeebe engine outside this JVM. */
sealed interface Engine extends AutoCloseable permits EngineProcess, BrokerProcess {

    /** Where its gateway listens for gRPC on the loopback address. */
    int gatewayPort();

    @Override
    void close();
}

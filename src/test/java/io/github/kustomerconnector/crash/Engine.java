package io.github.kustomerconnector.crash;

/** A Zeebe engine in another process. */
sealed interface Engine extends AutoCloseable permits EngineProcess, BrokerProcess {

    /** The gRPC port of its gateway on the loopback address. */
    int gatewayPort();

    @Override
    void close();
}

package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class RelayTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** Otherwise a client without a timeout waits for ever, and the console shows a stack trace. */
    @Test
    void a_client_that_connects_while_the_relay_closes_is_disconnected() throws IOException {
        try (ServerSocket server = listener();
                ServerSocket listener = listener();
                Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            client.setSoTimeout(60_000);
            Relay relay = new Relay(ANY_PORT, new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
            Socket accepted = listener.accept();
            relay.close();

            relay.connect(accepted);

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(accepted.isClosed()).isTrue();
        }
    }

    private static ServerSocket listener() throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.bind(ANY_PORT);
        return listener;
    }
}

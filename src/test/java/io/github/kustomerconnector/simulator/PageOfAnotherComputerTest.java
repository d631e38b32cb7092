package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PageOfAnotherComputerTest {

    @Test
    void only_a_loopback_address_is_this_computer() throws IOException {
        try (Socket near = from(127, 0, 0, 1);
                Socket far = from(203, 0, 113, 7)) {
            assertThat(new ClientSocket(near).isLocal()).isTrue();
            assertThat(new ClientSocket(far).isLocal()).isFalse();
        }
    }

    /** An address of this computer in a network stands for another computer there. */
    @Test
    void a_simulator_that_listens_on_all_addresses_shows_the_page_only_to_this_computer() throws IOException {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        assumeTrue(outside.isPresent(), "this computer is in no network");
        try (KustomerSimulator kustomer = KustomerSimulator.start(Dialect.LIVE, "0.0.0.0", 0)) {
            int port = kustomer.baseUrl().getPort();

            assertThat(answer(InetAddress.getLoopbackAddress(), port)).startsWith("HTTP/1.1 200 ");
            assertThat(answer(outside.get(), port)).startsWith("HTTP/1.1 403 ").contains("only to this computer");
        }
    }

    private static String answer(InetAddress to, int port) throws IOException {
        try (Socket socket = new Socket(to, port)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket from(int... address) throws UnknownHostException {
        byte[] bytes = new byte[] {(byte) address[0], (byte) address[1], (byte) address[2], (byte) address[3]};
        InetAddress remote = InetAddress.getByAddress(bytes);
        return new Socket() {
            @Override
            public InetAddress getInetAddress() {
                return remote;
            }
        };
    }
}

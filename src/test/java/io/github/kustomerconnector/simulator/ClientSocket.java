package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** The client's end of a relayed connection, taken over by a fault. */
final class ClientSocket {

    private final Socket socket;

    ClientSocket(Socket socket) {
        this.socket = socket;
    }

    /** Sends raw bytes past the HTTP server. */
    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Ends the connection in order (FIN). */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the connection with a reset (RST): closing with a linger time of zero discards what is unsent and tells so. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }
}

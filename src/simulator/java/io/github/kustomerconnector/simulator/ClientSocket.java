package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** The client's end of a relayed connection. A fault writes to it and closes it without the HTTP server. */
final class ClientSocket {

    private final Socket socket;

    ClientSocket(Socket socket) {
        this.socket = socket;
    }

    /** Whether the client runs on this computer. */
    boolean isLocal() {
        return socket.getInetAddress().isLoopbackAddress();
    }

    /** Sends raw bytes past the HTTP server. */
    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Closes the connection in order (FIN). */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resets the connection (RST). A linger time of zero makes the close discard unsent bytes and send the RST. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }
}

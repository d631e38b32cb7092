package io.github.kustomerconnector.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A TCP relay between a connector runtime and the engine's gateway. While it is cut, the engine looks stopped: open
 * connections break, also those on which an answer is due, and new ones are refused.
 */
public final class GatewayLink implements AutoCloseable {

    private final int gatewayPort;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile ServerSocket listener;

    GatewayLink(int gatewayPort) {
        this.gatewayPort = gatewayPort;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Breaks all connections and refuses new ones. */
    public void cut() {
        closeQuietly(listener);
        sockets.forEach(GatewayLink::closeQuietly);
    }

    /** Accepts connections again, on the same port. */
    public void restore() {
        listener = listen(port);
    }

    @Override
    public void close() {
        cut();
        threads.shutdownNow();
    }

    private ServerSocket listen(int onPort) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort));
            threads.execute(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                connect(from.accept());
            } catch (IOException e) {
                // The link is cut, or the engine is stopped, so this connection can't be relayed.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        Socket gateway = new Socket(InetAddress.getLoopbackAddress(), gatewayPort);
        sockets.add(gateway);
        client.setTcpNoDelay(true);
        gateway.setTcpNoDelay(true);
        threads.execute(() -> carry(client, gateway));
        threads.execute(() -> carry(gateway, client));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the sockets is closed, so the try block closes the other one too.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

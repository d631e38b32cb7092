package io.github.kustomerconnector.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A TCP relay in front of the HTTP server. It copies bytes in both directions.
 *
 * <p>The HTTP server cannot reset a connection or send half a reply. A fault therefore takes over the client's end
 * of the connection.
 */
final class Relay implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Map<Integer, ClientSocket> clients = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param address the port can be 0 for a free port */
    Relay(InetSocketAddress address, InetSocketAddress server) {
        this.server = server;
        try {
            listener = new ServerSocket(address.getPort(), BACKLOG, address.getAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        threads.execute(this::accept);
    }

    /** The host for a URL: the address that the relay listens on, or this computer's if it listens on all. */
    String host() {
        InetAddress address = listener.getInetAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    int port() {
        return listener.getLocalPort();
    }

    /**
     * The client's end of a connection.
     *
     * @param peer the relay's address, as the HTTP server sees it
     * @throws IOException if the client has closed the connection
     */
    ClientSocket client(InetSocketAddress peer) throws IOException {
        ClientSocket client = clients.get(peer.getPort());
        if (client == null) {
            throw new IOException("the client has closed the connection");
        }
        return client;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // The listener or the server was closed, so this connection cannot be relayed.
            }
        }
    }

    /** Relays a connection of a client, or closes it if the relay is closed. */
    @SuppressWarnings("resource") // both sockets stay open until one of them is closed
    void connect(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        Socket upstream = upstream(socket);
        upstream.setTcpNoDelay(true);
        ClientSocket client = new ClientSocket(socket);
        clients.put(upstream.getLocalPort(), client);
        try {
            threads.execute(() -> carry(socket, upstream, client));
            threads.execute(() -> carry(upstream, socket, client));
        } catch (RejectedExecutionException e) {
            // The relay was closed after it had accepted the connection.
            clients.values().remove(client);
            client.close();
            upstream.close();
        }
    }

    private Socket upstream(Socket client) throws IOException {
        try {
            return new Socket(server.getAddress(), server.getPort());
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private void carry(Socket from, Socket to, ClientSocket client) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the sockets was closed, so the try block closes the other one too.
        } finally {
            clients.values().remove(client);
        }
    }

    @Override
    public void close() {
        closeQuietly(listener);
        clients.values().forEach(ClientSocket::close);
        threads.shutdownNow();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.kustomerconnector.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A server on the loopback address whose answers a test writes byte by byte, for answers that an HTTP server library
 * refuses to send. It closes each connection after one answer.
 */
public final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Function<String, byte[]> answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private ScriptedServer(ServerSocket socket, Function<String, byte[]> answer) {
        this.socket = socket;
        this.answer = answer;
    }

    /**
     * Starts a server on a free port.
     *
     * @param answer the bytes of the answer to a request such as {@code PUT /v1/customers/5f1}
     */
    public static ScriptedServer start(Function<String, byte[]> answer) {
        try {
            ScriptedServer server =
                    new ScriptedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
            Thread.ofVirtual().start(server::serve);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An answer with the length of its body.
     *
     * @param head status and headers, such as {@code 200 OK\r\nX: y}
     */
    public static byte[] answer(String head, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("HTTP/1.1 " + head + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** An answer with the length of its body. */
    public static byte[] answer(String head, String body) {
        return answer(head, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A 204 that announces a body of 5 bytes. */
    public static byte[] noContentWithLength() {
        return "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** The methods and paths of the requests so far. */
    public List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                InputStream in = new BufferedInputStream(client.getInputStream());
                String head = head(in);
                String request = head.substring(0, head.indexOf(" HTTP/"));
                in.readNBytes(length(head));
                requests.add(request);
                client.getOutputStream().write(answer.apply(request));
            } catch (IOException e) {
                // The client or this server has closed the connection.
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client sent no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .map(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

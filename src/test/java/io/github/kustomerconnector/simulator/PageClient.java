package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends the requests of the simulator's page byte by byte, because an HTTP client does not let a test set the host. */
final class PageClient {

    /** An answer with its head and body as text. */
    record Answer(int status, String head, String body) {

        JsonNode json() {
            return Json.parse(body);
        }
    }

    static final String FROM_PAGE = "X-Simulator-Page: 1\r\n";

    private final KustomerSimulator kustomer;

    PageClient(KustomerSimulator kustomer) {
        this.kustomer = kustomer;
    }

    JsonNode state() throws IOException {
        return state("");
    }

    JsonNode state(String conversation) throws IOException {
        return send("GET /simulator/state?conversation=" + conversation, host(), FROM_PAGE, "")
                .json();
    }

    Answer act(String action, String body) throws IOException {
        return send("POST /simulator/actions/" + action, host(), FROM_PAGE, body);
    }

    String host() {
        return "127.0.0.1:" + kustomer.baseUrl().getPort();
    }

    /**
     * Sends a request.
     *
     * @param line such as {@code GET /}
     * @param headers further lines, each with its line break
     */
    Answer send(String line, String host, String headers, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), kustomer.baseUrl().getPort())) {
            socket.getOutputStream()
                    .write("%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %s\r\n%s\r\n"
                            .formatted(line, host, content.length, headers)
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(answer.split(" ", 3)[1]), answer.substring(0, end), answer.substring(end + 4));
        }
    }
}

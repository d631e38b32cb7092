package io.github.kustomerconnector.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Requests that no client of Kustomer would send. */
final class MalformedRequestsTest {

    private static final int REQUESTS = 10_000;

    /** The last character of a request after which the client closes its end. */
    private static final char END = '\u0004';

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get", "", "G\u0000T");

    private static final List<String> TARGETS = List.of(
            "/v1/customers",
            "/v1/customers/%zz",
            "/v1/customers/externalId=%",
            "/v1/customers/5e0a17c4000000000000000a/conversations?page=abc",
            "/v1/users?pageSize=99999999999&page=-1",
            "/v1/users?=&&=%zz",
            "/v1/customers/search?page=x",
            "/v1/klasses/../../customers",
            "/v1/routing/work-items",
            "/v1/customers/bulk",
            "/v1/hooks/web/x",
            "/v1/outbound-webhooks",
            "/v1/bulk/x/batches?page=1e9",
            "/v1/chat/queues/metrics/,,,",
            "/uploads/x?signature=%",
            "//",
            "*",
            "http://[::1",
            "/v1/customers?" + "a".repeat(5_000),
            "/\u00e4\u0000");

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "7",
            "\"x\"",
            "{\"emails\": 7, \"custom\": [], \"tags\": {}}",
            "[null, 7, {}]",
            "{\"and\": [{\"x\": {\"y\": {}}}], \"sort\": 7, \"queryContext\": []}",
            "{\"resource\": 7, \"queue\": []}",
            "{\"name\": \"\u0000\ud800\"}",
            "[".repeat(20_000),
            "{\"a\":".repeat(2_000),
            "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n");

    private static final List<String> HEADERS = List.of(
            "Content-Type: application/json",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Type: \u00e4;;=",
            "Authorization: Bearer " + KustomerSimulator.API_KEY,
            "Authorization: Bearer",
            "Authorization: \u0001",
            "Transfer-Encoding: chunked",
            "Expect: 100-continue",
            "no colon",
            ": no name");

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @Test
    void survives_ten_thousand_malformed_requests() throws IOException {
        Random random = new Random(22);
        Map<String, Long> wellFramed = new TreeMap<>();
        Map<String, Long> broken = new TreeMap<>();

        for (int i = 0; i < REQUESTS / 2; i++) {
            wellFramed.merge(answer(wellFramed(random)), 1L, Long::sum);
            broken.merge(answer(broken(random)), 1L, Long::sum);
        }

        System.out.printf("answers to well framed requests: %s, to broken ones: %s%n", wellFramed, broken);
        assertThat(wellFramed.keySet())
                .contains("HTTP/1.1 400", "HTTP/1.1 404", "HTTP/1.1 405")
                .doesNotContain("HTTP/1.1 500");
        // The server may close a connection before it has read the body, and the reset can overtake the answer.
        assertThat(wellFramed.getOrDefault("", 0L)).isLessThan(REQUESTS / 100);
        assertThat(broken.keySet()).contains("HTTP/1.1 400").doesNotContain("HTTP/1.1 500");
        try (TestClient client = new TestClient(simulator)) {
            assertThat(client.post("/v1/customers", "{\"name\": \"Ada\"}").statusCode())
                    .isEqualTo(201);
        }
        assertThat(simulator.requests().size()).isLessThanOrEqualTo(REQUESTS + 1);
    }

    /** With the key and with the right length, so that it reaches the operations. */
    private static byte[] wellFramed(Random random) {
        byte[] body = any(BODIES, random).getBytes(ISO_8859_1);
        String head = "%s %s HTTP/1.1\r\nHost: x\r\n%s\r\n%s\r\nContent-Length: %s\r\nConnection: close\r\n\r\n"
                .formatted(
                        METHODS.get(random.nextInt(6)),
                        any(TARGETS, random),
                        HEADERS.get(3),
                        HEADERS.get(0),
                        body.length);
        return (head + new String(body, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    /** The client closes its end after it, because its length may be wrong. */
    private static byte[] broken(Random random) {
        String head = "%s %s HTTP/%s.1\r\n".formatted(any(METHODS, random), any(TARGETS, random), random.nextInt(3));
        String length = "Content-Length: " + random.nextInt(-5, 50) + "\r\n";
        return (head + headers(random) + length + "\r\n" + any(BODIES, random) + END).getBytes(ISO_8859_1);
    }

    private static String headers(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> any(HEADERS, random) + "\r\n")
                .reduce("", String::concat);
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** The beginning of the status line; empty if the connection was closed without one. */
    private String answer(byte[] request) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), simulator.baseUrl().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request);
            if (request[request.length - 1] == END) {
                socket.shutdownOutput();
            }
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes("HTTP/1.1 200".length()), ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}

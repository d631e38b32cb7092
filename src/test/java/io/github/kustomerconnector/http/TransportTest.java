package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final long SIZE = 24L * 1024 * 1024;
    private static final Role ANY = new Role("any", "any");

    private final Transport transport = new Transport(() -> new ProxySettings(Map.of()));

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final KustomerSimulator simulator = extension.kustomer();
    private final Endpoint endpoint = new Endpoint(simulator.baseUrl(), ApiKey.of(KustomerSimulator.API_KEY));

    @Test
    void sends_the_headers_that_kustomer_requires() {
        Reply reply = transport.send(endpoint, create(), PATIENCE);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Complete.class,
                        answered -> assertThat(answered.status()).isEqualTo(201));
        RecordedRequest request = simulator.requests().getFirst();
        assertThat(request.header("Authorization")).contains("Bearer " + KustomerSimulator.API_KEY);
        assertThat(request.header("Content-Type")).contains("application/json");
        assertThat(request.header("Accept")).contains("application/json");
        assertThat(request.header("User-Agent").orElse("")).startsWith("camunda-8-connector-kustomer/");
        assertThat(request.header("Upgrade")).isEmpty();
    }

    @Test
    void a_get_has_no_content_type() {
        transport.send(endpoint, Request.get(Path.of("/v1/customers/{id}", "5e0a17c40000000000000001"), ANY), PATIENCE);

        assertThat(simulator.requests().getFirst().header("Content-Type")).isEmpty();
    }

    static List<Fault> lossesBeforeAnyAnswer() {
        return Stream.of(Step.AFTER_READING, Step.AFTER_STORING)
                .flatMap(step -> Stream.of(Fault.close(step), Fault.reset(step)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("lossesBeforeAnyAnswer")
    void a_post_whose_answer_is_lost_is_unanswered_and_was_sent_once(Fault fault) {
        simulator.inject(fault, RequestMatcher.any(), 1);

        Reply reply = transport.send(endpoint, create(), PATIENCE);

        assertThat(reply).isInstanceOf(Reply.NoAnswer.class);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void a_silent_server_is_unanswered_after_the_time_limit() {
        simulator.inject(Fault.stall(Step.AFTER_STORING, PATIENCE), RequestMatcher.any(), 1);

        assertThat(transport.send(endpoint, create(), SHORT)).isInstanceOf(Reply.NoAnswer.class);
    }

    @Test
    void the_time_limit_covers_a_slow_body() {
        simulator.inject(Fault.slowDrip(Step.AFTER_STORING, Duration.ofSeconds(2)), RequestMatcher.any(), 1);

        assertThat(transport.send(endpoint, create(), Duration.ofSeconds(3))).isNotInstanceOf(Reply.Complete.class);
    }

    @Test
    void a_cut_body_is_broken_and_has_its_status() {
        simulator.inject(Fault.halfBody(Step.AFTER_STORING), RequestMatcher.any(), 1);

        assertThat(transport.send(endpoint, create(), PATIENCE))
                .isInstanceOfSatisfying(
                        Reply.Incomplete.class,
                        broken -> assertThat(broken.status()).isEqualTo(201));
    }

    @Test
    void a_body_over_the_limit_is_broken() {
        simulator.inject(Fault.hugeBody(Step.AFTER_STORING, Transport.MAX_ANSWER_BYTES + 1), RequestMatcher.any(), 1);

        assertThat(transport.send(endpoint, create(), PATIENCE))
                .isInstanceOfSatisfying(
                        Reply.Incomplete.class,
                        broken -> assertThat(broken.problem()).contains("larger than"));
    }

    @Test
    void a_redirect_is_not_followed() {
        simulator.inject(
                Fault.redirect(Step.AFTER_READING, simulator.url() + "/v1/elsewhere"), RequestMatcher.any(), 1);

        assertThat(transport.send(endpoint, create(), PATIENCE))
                .isInstanceOfSatisfying(
                        Reply.Complete.class,
                        answered -> assertThat(answered.status()).isEqualTo(302));
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void a_refused_connection_means_not_sent() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Endpoint closedPort = new Endpoint(URI.create("http://127.0.0.1:" + free), endpoint.key());

        assertThat(transport.send(closedPort, create(), PATIENCE)).isInstanceOf(Reply.NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT60S", "PT0.4S"})
    void a_connection_timeout_means_not_sent(Duration limit) throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 16; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                Thread.ofVirtual().start(() -> connect(socket, full.getLocalSocketAddress()));
            }
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> waiting.stream().filter(Socket::isConnected).count() >= 2);
            Endpoint busy = new Endpoint(URI.create("http://127.0.0.1:" + full.getLocalPort()), endpoint.key());

            assertThat(transport.send(busy, create(), limit))
                    .isInstanceOfSatisfying(
                            Reply.NotSent.class,
                            reply -> assertThat(reply.problem())
                                    .startsWith("no connection to 127.0.0.1:" + full.getLocalPort()));
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void a_tls_handshake_without_an_answer_means_not_sent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Endpoint secure = new Endpoint(URI.create("https://127.0.0.1:" + silent.getLocalPort()), endpoint.key());

            assertThat(transport.send(secure, create(), SHORT)).isInstanceOf(Reply.NotSent.class);
        }
    }

    @Test
    void an_interrupt_before_the_connection_means_not_sent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Endpoint secure = new Endpoint(URI.create("https://127.0.0.1:" + silent.getLocalPort()), endpoint.key());
            Thread waiting = Thread.currentThread();
            Thread.startVirtualThread(() -> {
                try (Socket accepted = silent.accept()) {
                    waiting.interrupt();
                    accepted.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The client has closed the connection.
                }
            });

            Reply reply = transport.send(secure, create(), PATIENCE);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(reply).isInstanceOf(Reply.NotSent.class);
        }
    }

    @Test
    void a_body_that_was_given_up_is_not_sent_later() {
        HttpClient slow = mock(HttpClient.class);
        CompletableFuture<HttpRequest> handedOver = new CompletableFuture<>();
        when(slow.sendAsync(any(), any())).then(call -> {
            handedOver.complete(call.getArgument(0));
            return new CompletableFuture<>();
        });
        assertThat(new Transport(slow, System::nanoTime).send(endpoint, create(), SHORT))
                .isInstanceOf(Reply.NotSent.class);
        TakenBody later = new TakenBody();

        handedOver.join().bodyPublisher().orElseThrow().subscribe(later);

        assertThat(later.problem).isInstanceOf(IOException.class);
        assertThat(later.bytes).isZero();
    }

    private static void connect(Socket socket, SocketAddress address) {
        try {
            socket.connect(address);
        } catch (IOException e) {
            // Expected, because the queue of the server is full.
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void nothing_is_sent_without_time_left(long seconds) {
        assertThat(transport.send(endpoint, create(), Duration.ofSeconds(seconds)))
                .isEqualTo(new Reply.NotSent("no time was left"));
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void no_file_is_uploaded_without_time_left(long seconds) {
        Upload upload = new Upload("message.attachments[0]", create(), "a.txt", "text/plain", 0, Json.NULL);
        UploadForm form = new UploadForm("boundary", Json.object(Map.of()), upload);
        URI address = simulator.baseUrl().resolve("/upload");

        assertThat(transport.upload(address, form, InputStream.nullInputStream(), Duration.ofSeconds(seconds)))
                .isEqualTo(new Reply.NotSent("no time was left"));
        assertThat(simulator.requests()).isEmpty();
    }

    static List<Arguments> failuresBeforeSending() {
        return List.of(
                arguments(new ConnectException("refused"), "no connection to %s: the connection was refused"),
                arguments(
                        new HttpConnectTimeoutException("timed out"),
                        "no connection to %s: it did not accept the connection within 10 s"),
                arguments(
                        new SSLHandshakeException("unknown certificate"),
                        "no connection to %s: the TLS handshake failed"),
                arguments(
                        new IOException("too many concurrent streams"),
                        "the server %s accepts no more requests at the same time"));
    }

    @ParameterizedTest
    @MethodSource("failuresBeforeSending")
    void a_failure_before_sending_means_not_sent(IOException failure, String problem) {
        String server = endpoint.base().getHost() + ":" + endpoint.base().getPort();

        assertThat(failingWith(failure).send(endpoint, create(), PATIENCE))
                .isEqualTo(new Reply.NotSent(problem.formatted(server)));
    }

    @Test
    void an_invalid_proxy_of_the_jvm_is_named_and_nothing_is_sent() {
        String before = System.getProperty("http.proxyHost");
        System.setProperty("http.proxyHost", "http://proxy.example");
        try {
            Transport misled = new Transport(() -> new ProxySettings(Map.of()));
            Endpoint behind = new Endpoint(URI.create("http://kustomer.example"), endpoint.key());

            assertThatExceptionOfType(KustomerException.class)
                    .isThrownBy(() -> misled.send(behind, create(), PATIENCE))
                    .withMessageStartingWith("The JVM's system property http.proxyHost is not a host name");
        } finally {
            restore("http.proxyHost", before);
        }
    }

    private static void restore(String property, @Nullable String before) {
        if (before == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, before);
        }
    }

    @Test
    void a_proxy_that_refuses_the_connection_is_named() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Transport proxied = new Transport(() -> new ProxySettings(Map.of(
                "CONNECTOR_HTTPS_PROXY_HOST", "127.0.0.1", "CONNECTOR_HTTPS_PROXY_PORT", Integer.toString(free))));
        Endpoint behind = new Endpoint(URI.create("HTTPS://kustomer.example"), endpoint.key());

        assertThat(proxied.send(behind, create(), PATIENCE))
                .isEqualTo(new Reply.NotSent(
                        "no connection to the proxy 127.0.0.1:" + free + ": the connection was refused"));
    }

    static List<IOException> failuresAfterSending() {
        return List.of(
                new IOException(),
                new IOException("HTTP/1.1 header parser received no bytes"),
                new SocketException("Connection reset"),
                new HttpTimeoutException("request timed out"),
                new SSLException("Tag mismatch"));
    }

    @ParameterizedTest
    @MethodSource("failuresAfterSending")
    void any_other_failure_means_that_the_request_may_have_arrived(IOException failure) {
        assertThat(failingWith(failure).send(endpoint, create(), PATIENCE))
                .isEqualTo(new Reply.NoAnswer(
                        "the connection broke (" + failure.getClass().getSimpleName() + ")"));
    }

    private static Transport failingWith(IOException failure) {
        HttpClient client = mock(HttpClient.class);
        when(client.sendAsync(any(), any())).thenReturn(CompletableFuture.failedFuture(failure));
        return new Transport(client, System::nanoTime);
    }

    @Test
    void an_interrupt_ends_the_wait_and_keeps_the_flag() {
        simulator.inject(Fault.stall(Step.AFTER_STORING, PATIENCE), RequestMatcher.any(), 1);
        Thread waiting = Thread.currentThread();
        Thread.startVirtualThread(() -> {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !simulator.requests().isEmpty());
            waiting.interrupt();
        });

        Reply reply = transport.send(endpoint, create(), PATIENCE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(reply).isInstanceOf(Reply.NoAnswer.class);
    }

    @Test
    void an_interrupted_thread_sends_nothing_and_closes_no_connection() {
        transport.send(endpoint, create(), PATIENCE);
        Thread.currentThread().interrupt();

        Reply reply = transport.send(endpoint, create(), PATIENCE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(reply).isInstanceOf(Reply.NotSent.class);
        assertThat(simulator.requests()).hasSize(1);
        assertThat(transport.send(endpoint, create(), PATIENCE)).isInstanceOf(Reply.Complete.class);
    }

    @Test
    void a_slow_upload_does_not_block_other_calls() throws Exception {
        extension.expectUnknown(RequestMatcher.path("/upload"));
        StuckFile file = new StuckFile(SIZE);
        Upload upload = new Upload("message.attachments[0]", create(), "a.bin", "image/png", SIZE, Json.NULL);
        UploadForm form = new UploadForm("boundary", Json.object(Map.of()), upload);
        URI address = simulator.baseUrl().resolve("/upload");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> uploading =
                    threads.submit(() -> transport.upload(address, form, file, PATIENCE.multipliedBy(2)));
            assertThat(file.stuck.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

            Reply reply = transport.send(endpoint, create(), PATIENCE);

            file.freed.countDown();
            assertThat(reply).isInstanceOf(Reply.Complete.class);
            assertThat(uploading.get()).isNotNull();
        }
    }

    @Test
    void unreadable_proxy_settings_fail_the_request() {
        Transport misconfigured = new Transport(() -> new ProxySettings(
                Map.of("CONNECTOR_HTTP_PROXY_HOST", "proxy.example", "CONNECTOR_HTTP_PROXY_PORT", "many")));

        assertThatExceptionOfType(KustomerException.class)
                .isThrownBy(() -> misconfigured.send(endpoint, create(), PATIENCE))
                .withMessageStartingWith("CONNECTOR_HTTP_PROXY_PORT is not a port number");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 502})
    void a_proxy_that_refuses_the_tunnel_means_not_sent(int status) throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(proxy, status));
            Transport proxied = new Transport(() -> new ProxySettings(Map.of(
                    "CONNECTOR_HTTPS_PROXY_HOST",
                    "127.0.0.1",
                    "CONNECTOR_HTTPS_PROXY_PORT",
                    Integer.toString(proxy.getLocalPort()))));
            Endpoint behind = new Endpoint(URI.create("https://kustomer.example"), endpoint.key());

            assertThat(proxied.send(behind, create(), PATIENCE))
                    .isEqualTo(new Reply.NotSent("no connection to kustomer.example:443: the proxy 127.0.0.1:"
                            + proxy.getLocalPort() + " answered " + status));
        }
    }

    @Test
    void a_proxy_gets_its_user_and_the_server_gets_the_key() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> received = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> record(proxy, received));
            Transport proxied = new Transport(() -> new ProxySettings(Map.of(
                    "CONNECTOR_HTTP_PROXY_HOST",
                    "127.0.0.1",
                    "CONNECTOR_HTTP_PROXY_PORT",
                    Integer.toString(proxy.getLocalPort()),
                    "CONNECTOR_HTTP_PROXY_USER",
                    "ada",
                    "CONNECTOR_HTTP_PROXY_PASSWORD",
                    "pw")));

            proxied.send(new Endpoint(URI.create("http://kustomer.example"), endpoint.key()), create(), PATIENCE);

            assertThat(received.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .startsWith("POST http://kustomer.example/")
                    .contains("\nProxy-Authorization: Basic YWRhOnB3")
                    .contains("\nAuthorization: " + endpoint.key().authorization());
        }
    }

    private static void record(ServerSocket proxy, CompletableFuture<String> received) {
        try (Socket connection = proxy.accept()) {
            received.complete(
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))
                            .lines()
                            .takeWhile(line -> !line.isEmpty())
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            received.completeExceptionally(e);
        }
    }

    private static void refuse(ServerSocket proxy, int status) {
        String answer =
                "HTTP/1.1 " + status + " No\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n";
        try (Socket connection = proxy.accept()) {
            connection.getInputStream().read(new byte[4096]);
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client has closed the connection.
        }
    }

    @Test
    @Timeout(300)
    void the_time_limit_covers_handing_the_request_over() {
        AtomicLong clock = new AtomicLong();
        Duration hour = Duration.ofHours(1);
        HttpClient slow = mock(HttpClient.class);
        when(slow.sendAsync(any(), any())).then(call -> {
            HttpRequest request = call.getArgument(0);
            request.bodyPublisher().orElseThrow().subscribe(new TakenBody());
            clock.addAndGet(hour.toNanos());
            return new CompletableFuture<>();
        });

        Reply reply = new Transport(slow, clock::get).send(endpoint, create(), hour);

        assertThat(reply).isInstanceOf(Reply.NoAnswer.class);
    }

    /** Takes a body as the JDK's client does. */
    private static final class TakenBody implements Flow.Subscriber<ByteBuffer> {
        private int bytes;
        private @Nullable Throwable problem;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer part) {
            bytes += part.remaining();
        }

        @Override
        public void onError(Throwable reason) {
            problem = reason;
        }

        @Override
        public void onComplete() {}
    }

    @Test
    void calls_use_the_calling_thread_as_executor() {
        assertThat(Transport.forCalls(new ProxySettings(Map.of())).executor()).isPresent();
    }

    @ParameterizedTest
    @FieldSource("io.github.kustomerconnector.http.Transport#ONLINE_CERTIFICATE_CHECKS")
    void certificate_checks_over_the_network_get_threads_of_their_own(String check) {
        System.setProperty(check, "true");
        try {
            assertThat(Transport.forCalls(new ProxySettings(Map.of())).executor())
                    .isEmpty();
        } finally {
            System.clearProperty(check);
        }
    }

    private static Request create() {
        return new Request("POST", Path.of("/v1/customers"), Body.of(Json.object(Map.of())), ANY);
    }

    /** A file whose last byte is not available until the test releases it. */
    private static final class StuckFile extends InputStream {

        private final CountDownLatch stuck = new CountDownLatch(1);
        private final CountDownLatch freed = new CountDownLatch(1);
        private long left;

        StuckFile(long size) {
            left = size;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 1) {
                stuck.countDown();
                try {
                    freed.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(length, Math.max(1, left - 1));
            left -= count;
            return count;
        }

        @Override
        public int read() throws IOException {
            return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }
    }
}

package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionProblemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Request READ = Request.get(Path.of("/v1/users/current"), new Role("any", "any"));

    private final ConnectionProblem direct =
            new ConnectionProblem(URI.create("https://acme.example"), null, Duration.ofSeconds(10));

    @TempDir
    private java.nio.file.Path folder;

    @Test
    void an_unknown_host_is_named() {
        assertThat(problem(URI.create("http://no-such-host.invalid"), null))
                .isEqualTo("no connection to no-such-host.invalid:80: the host name is unknown");
    }

    @Test
    void a_refused_connection_names_host_and_port() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(problem(URI.create("https://127.0.0.1:" + free), null))
                .isEqualTo("no connection to 127.0.0.1:" + free + ": the connection was refused");
    }

    @Test
    void a_certificate_that_is_not_trusted_is_named() throws Exception {
        HttpsServer server = serve(certificate("localhost", "ip:127.0.0.1"));
        try {
            assertThat(problem(address(server), null))
                    .startsWith("no connection to 127.0.0.1:"
                            + server.getAddress().getPort() + ": its certificate is not trusted");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_certificate_for_another_host_is_named() throws Exception {
        java.nio.file.Path keys = certificate("other.example", "dns:other.example");
        HttpsServer server = serve(keys);
        try {
            assertThat(problem(address(server), trusting(keys)))
                    .isEqualTo("no connection to 127.0.0.1:"
                            + server.getAddress().getPort() + ": its certificate is not for this host name");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_server_without_tls_is_named() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInPlainText(plain));

            assertThat(problem(URI.create("https://127.0.0.1:" + plain.getLocalPort()), null))
                    .startsWith("no connection to 127.0.0.1:" + plain.getLocalPort() + ": it answers without TLS");
        }
    }

    @Test
    void the_reasons_that_a_test_can_not_cause_are_known_by_their_exceptions() {
        assertThat(direct.reason(new HttpConnectTimeoutException("x")))
                .contains("no connection to acme.example:443: it did not accept the connection within 10 s");
        assertThat(direct.reason(new NoRouteToHostException()))
                .contains("no connection to acme.example:443: the host is not reachable from the connector runtime");
        assertThat(direct.reason(causedBy(new SocketException("Network is unreachable"))))
                .contains("no connection to acme.example:443: the host is not reachable from the connector runtime");
        assertThat(direct.reason(handshake(new CertificateExpiredException())))
                .contains("no connection to acme.example:443: its certificate has expired");
        assertThat(direct.reason(handshake(new CertificateNotYetValidException())))
                .hasValueSatisfying(reason -> assertThat(reason).contains("its certificate is not valid yet"));
    }

    private static IOException handshake(Exception cause) {
        return new SSLHandshakeException("PKIX path validation failed", new CertPathValidatorException(cause));
    }

    @Test
    void a_failure_after_sending_is_no_connection_problem() {
        assertThat(direct.reason(new IOException("Connection reset"))).isEmpty();
        assertThat(direct.reason(new SocketException("Connection reset"))).isEmpty();
        assertThat(direct.reason(null)).isEmpty();
    }

    private static IOException causedBy(IOException cause) {
        ConnectException problem = new ConnectException();
        problem.initCause(cause);
        return problem;
    }

    private static String problem(URI base, @Nullable SSLContext tls) {
        Endpoint endpoint = new Endpoint(base, ApiKey.of("test-key"));
        Transport transport = tls == null
                ? new Transport(() -> new ProxySettings(Map.of()))
                : new Transport(HttpClient.newBuilder().sslContext(tls).build(), System::nanoTime);
        Reply reply = transport.send(endpoint, READ, PATIENCE);

        assertThat(reply).isInstanceOf(Reply.NotSent.class);
        return ((Reply.NotSent) reply).problem();
    }

    private static void answerInPlainText(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client has closed the connection.
        }
    }

    /** A key store of the JDK's keytool with a self-signed certificate. */
    private java.nio.file.Path certificate(String name, String alternative) throws Exception {
        java.nio.file.Path keys = folder.resolve("keys.p12");
        List<String> command = List.of(
                java.nio.file.Path.of(System.getProperty("java.home"), "bin", "keytool")
                        .toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=" + alternative,
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return keys;
    }

    private static HttpsServer serve(java.nio.file.Path keys) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store(keys), PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.start();
        return server;
    }

    private static SSLContext trusting(java.nio.file.Path keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store(keys).getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        return tls;
    }

    private static KeyStore store(java.nio.file.Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(keys)) {
            store.load(content, PASSWORD);
        }
        return store;
    }

    private static URI address(HttpsServer server) {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }
}

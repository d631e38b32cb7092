package io.github.kustomerconnector.crash;

import static org.awaitility.Awaitility.await;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A whole Zeebe broker with its gateway and its log on disk; it keeps ports and data when it is started again. */
final class BrokerProcess implements Engine {
    private final BrokerHome home;
    private final Path folder;
    private final int gatewayPort;
    private final int managementPort;
    private final Map<String, String> environment;
    private ChildProcess process;

    private BrokerProcess(BrokerHome home, Path folder) {
        this.home = home;
        this.folder = folder;
        this.gatewayPort = freePort();
        this.managementPort = freePort();
        this.environment = environment();
        this.process = launch();
    }

    /**
     * Starts a broker and waits until it is ready.
     *
     * @param home where its libraries are
     * @param folder for its data
     */
    static BrokerProcess start(BrokerHome home, Path folder) {
        return new BrokerProcess(home, folder);
    }

    /** Kills it (SIGKILL) and starts it again on the same data. */
    void killAndRestart() {
        process.assertAlive();
        process.kill();
        process = launch();
    }

    @Override
    public int gatewayPort() {
        return gatewayPort;
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch() {
        Path testClasses = Path.of(URI.create(BrokerMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        String classPath = home.classPath() + File.pathSeparator + testClasses;
        ChildProcess launched = ChildProcess.start(
                "broker",
                classPath,
                environment,
                List.of("-Dbasedir=" + folder, "-Dapp.home=" + folder, BrokerMain.class.getName()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            await("the broker to be ready")
                    .atMost(EmbeddedCamunda.PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        launched.assertAlive();
                        return isReady(http);
                    });
        }
        return launched;
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:%s/actuator/health/readiness".formatted(managementPort));
        try {
            return http.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Map<String, String> environment() {
        int internalPort = freePort();
        Map<String, String> variables = new HashMap<>();
        variables.put("ZEEBE_BROKER_DATA_DIRECTORY", folder.resolve("data").toString());
        variables.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
        variables.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
        variables.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(freePort()));
        variables.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(internalPort));
        variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1");
        variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(gatewayPort));
        variables.put("ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS", "127.0.0.1:" + internalPort);
        variables.put("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "1");
        variables.put("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "1");
        // Off, because a broker that has just started would refuse many requests.
        variables.put("ZEEBE_BROKER_BACKPRESSURE_ENABLED", "false");
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", Integer.toString(freePort()));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        return variables;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

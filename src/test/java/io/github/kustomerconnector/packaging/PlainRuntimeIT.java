package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.github.kustomerconnector.crash.ChildProcess;
import io.github.kustomerconnector.demo.ExampleProcess;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged jar on the class path of a plain connector runtime, which is started as the official image starts. */
final class PlainRuntimeIT {

    private static final Path RUNTIME = Path.of(System.getProperty("plain.runtime"));

    private final ZeebeTestEngine engine = EngineFactory.create();
    private final KustomerSimulator kustomer = KustomerSimulator.start();

    @BeforeEach
    void start() {
        engine.start();
    }

    @AfterEach
    void stop() {
        kustomer.close();
        engine.stop();
    }

    /** Without and with inbound connectors. With them, the runtime loads the webhook's class and opens a port. */
    static Stream<List<String>> inbound() {
        return Stream.of(
                List.of("--spring.main.web-application-type=none"),
                List.of(
                        "--server.port=0",
                        "--camunda.connector.polling.enabled=true",
                        "--camunda.connector.webhook.enabled=true"));
    }

    @ParameterizedTest
    @MethodSource("inbound")
    void completes_the_example(List<String> arguments) throws IOException {
        try (ChildProcess runtime = plainRuntime(arguments);
                CamundaClient client = client()) {
            runtime.await("takes jobs");

            Map<String, Object> result = runExample(client);

            assertThat(kustomer.customers()).hasSize(1);
            assertThat(kustomer.conversations()).hasSize(1);
            assertThat(result)
                    .containsEntry("customerId", id(kustomer.customers()))
                    .containsEntry("conversationId", id(kustomer.conversations()));
        }
    }

    @Test
    void has_only_the_jar_of_this_build_on_its_class_path() throws IOException {
        List<String> ours = new ArrayList<>();
        for (String place : classPath().split(File.pathSeparator, -1)) {
            if (place.contains("kustomer") && !place.contains("plain-runtime")) {
                ours.add(place);
            }
        }

        assertThat(ours).containsExactly(PackagedJar.ofThisBuild().file().toString());
        try (var libraries = Files.list(RUNTIME.resolve("app"))) {
            assertThat(libraries.map(Path::getFileName).map(Path::toString))
                    .anyMatch(name -> name.startsWith("connector-runtime-spring-"))
                    .noneMatch(name -> name.startsWith("element-template-generator"));
        }
    }

    private static Map<String, Object> runExample(CamundaClient client) {
        client.newDeployResourceCommand()
                .addResourceFile(ExampleProcess.FILE.toString())
                .requestTimeout(EmbeddedCamunda.PATIENCE)
                .send()
                .join();
        return client.newCreateInstanceCommand()
                .bpmnProcessId(ExampleProcess.PROCESS_ID)
                .latestVersion()
                .variables(Map.of(
                        "name", "Ada", "email", "ada@example.org", "phone", "+12025550143", "customerNumber", "C-1"))
                .withResult()
                .requestTimeout(EmbeddedCamunda.PATIENCE)
                .send()
                .join()
                .getVariablesAsMap();
    }

    private ChildProcess plainRuntime(List<String> arguments) throws IOException {
        List<String> program = new ArrayList<>(List.of("io.github.kustomerconnector.plainruntime.PlainRuntime"));
        program.addAll(arguments);
        Map<String, String> environment = InstallPage.environment();
        environment.putAll(Map.of(
                "CAMUNDA_CLIENT_GRPCADDRESS",
                "http://127.0.0.1:" + gatewayPort(),
                "CAMUNDA_CLIENT_RESTADDRESS",
                "http://127.0.0.1:9",
                "CAMUNDA_CLIENT_PREFERRESTOVERGRPC",
                "false",
                "SECRET_KUSTOMER_API_KEY",
                KustomerSimulator.API_KEY,
                "SECRET_KUSTOMER_BASE_URL",
                kustomer.url()));
        return ChildProcess.start("plain-runtime", classPath(), environment, program);
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                RUNTIME.resolve("classes").toString(),
                RUNTIME.resolve("app").resolve("*").toString(),
                PackagedJar.ofThisBuild().file().toString());
    }

    private CamundaClient client() {
        return CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + gatewayPort()))
                .preferRestOverGrpc(false)
                .build();
    }

    private int gatewayPort() {
        String address = engine.getGatewayAddress();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static String id(List<? extends JsonNode> records) {
        return records.getFirst().path("id").asText();
    }
}

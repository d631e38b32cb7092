package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.github.kustomerconnector.simulator.KustomerTest;
import io.github.kustomerconnector.simulator.SimulatedKustomer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The process on the embedded engine, with the real connector and a simulated Kustomer. */
@KustomerTest(world = "/world.json")
class WelcomeCustomerTest {

    private static final ZeebeTestEngine ENGINE = EngineFactory.create();
    private static ConfigurableApplicationContext runtime;

    @BeforeAll
    static void start(SimulatedKustomer kustomer) {
        ENGINE.start();
        runtime = SpringApplication.run(
                ConnectorRuntime.class,
                "--camunda.client.mode=self-managed",
                "--camunda.client.auth.method=none",
                "--camunda.client.grpc-address=http://" + ENGINE.getGatewayAddress(),
                "--camunda.client.rest-address=http://127.0.0.1:9",
                "--camunda.client.prefer-rest-over-grpc=false",
                "--camunda.connector.polling.enabled=false",
                "--camunda.connector.webhook.enabled=false",
                "--camunda.connector.secretprovider.environment.prefix=SECRET_",
                "--SECRET_KUSTOMER_API_KEY=" + kustomer.apiKey(),
                "--SECRET_KUSTOMER_BASE_URL=" + kustomer.baseUrl(),
                "--spring.main.web-application-type=none");
        client().newDeployResourceCommand()
                .addResourceFromClasspath("welcome-customer.bpmn")
                .requestTimeout(Duration.ofMinutes(1))
                .send()
                .join();
    }

    @AfterAll
    static void stop() {
        runtime.close();
        ENGINE.stop();
    }

    @Test
    void a_new_customer_gets_a_record_and_a_conversation(SimulatedKustomer kustomer) {
        Map<String, Object> result = run("Ada Lovelace", "C-2");

        assertThat(kustomer.customers()).hasSize(2);
        assertThat(kustomer.customers().getLast())
                .containsEntry("name", "Ada Lovelace")
                .containsEntry("id", result.get("customerId"));
        assertThat(kustomer.conversations())
                .singleElement()
                .satisfies(conversation -> assertThat(conversation)
                        .containsEntry("id", result.get("conversationId"))
                        .containsEntry("customer", result.get("customerId")));
    }

    @Test
    void a_lost_answer_leads_to_no_second_record(SimulatedKustomer kustomer) {
        kustomer.afterNextCreate().to("/v1/customers").loseTheAnswer();

        run("Ada Lovelace", "C-2");

        assertThat(kustomer.customers()).hasSize(2);
        assertThat(kustomer.duplicates()).isEmpty();
    }

    @Test
    void a_known_customer_gets_only_a_conversation(SimulatedKustomer kustomer) {
        Map<String, Object> result = run("Grace Hopper", "C-1");

        assertThat(kustomer.customers()).hasSize(1);
        assertThat(result)
                .containsEntry("customerId", kustomer.customers().getFirst().get("id"));
        assertThat(kustomer.conversations()).hasSize(1);
    }

    private static Map<String, Object> run(String name, String customerNumber) {
        String email = name.split(" ")[0].toLowerCase() + "@example.org";
        return client().newCreateInstanceCommand()
                .bpmnProcessId("welcome-customer")
                .latestVersion()
                .variables(
                        Map.of("name", name, "email", email, "phone", "+12025550143", "customerNumber", customerNumber))
                .withResult()
                .requestTimeout(Duration.ofMinutes(1))
                .send()
                .join()
                .getVariablesAsMap();
    }

    private static CamundaClient client() {
        return runtime.getBean(CamundaClient.class);
    }

    @SpringBootApplication
    static class ConnectorRuntime {}
}

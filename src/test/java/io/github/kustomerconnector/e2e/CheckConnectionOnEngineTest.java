package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.CheckConnectionConnector;
import io.github.kustomerconnector.engine.ElementStep;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerTest;
import io.github.kustomerconnector.simulator.SimulatedKustomer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Check Kustomer Connection on the real engine. */
@KustomerTest
@ExtendWith(SharedEngine.class)
final class CheckConnectionOnEngineTest {

    private final SimulatedKustomer kustomer;

    private final EmbeddedCamunda camunda;

    CheckConnectionOnEngineTest(EmbeddedCamunda camunda, SimulatedKustomer kustomer) {
        this.camunda = camunda;
        this.kustomer = kustomer;
        camunda.secret("KUSTOMER_API_KEY", "checked");
        camunda.secret("KUSTOMER_BASE_URL", kustomer.baseUrl());
    }

    @Test
    void a_gateway_decides_by_the_operations_that_the_key_allows() {
        kustomer.addKey("checked", "org.permission.customer.create");
        camunda.deploy(TemplatedProcess.of(
                        "looks-first",
                        start -> start.serviceTask("check")
                                .exclusiveGateway("may-create")
                                .defaultFlow()
                                .endEvent("may-not")
                                .moveToNode("may-create")
                                .conditionExpression(
                                        "some one in kustomerConnection.operations satisfies one.operation = \"create-customer\" and one.allowed")
                                .endEvent("may")
                                .done())
                .task(CheckConnectionConnector.class, "check", Map.of())
                .model());

        long key = camunda.start("looks-first", Map.of());
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementSteps(key))
                .extracting(ElementStep::elementId)
                .contains("may")
                .doesNotContain("may-not");
        assertThat(camunda.records().variables(key).get("kustomerConnection"))
                .asString()
                .contains("region=us", "regionMatches=true");
    }
}

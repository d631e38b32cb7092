package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.CreateKObjectConnector;
import io.github.kustomerconnector.connector.DeleteRecordConnector;
import io.github.kustomerconnector.connector.FindKObjectConnector;
import io.github.kustomerconnector.connector.UpdateKObjectConnector;
import io.github.kustomerconnector.connector.UpsertCompanyConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerTest;
import io.github.kustomerconnector.simulator.SimulatedKustomer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** KObjects and companies on the real engine. */
@KustomerTest
@ExtendWith(SharedEngine.class)
final class KObjectsOnEngineTest {
    private final SimulatedKustomer kustomer;
    private final EmbeddedCamunda camunda;

    KObjectsOnEngineTest(EmbeddedCamunda camunda, SimulatedKustomer kustomer) {
        this.camunda = camunda;
        this.kustomer = kustomer;
        camunda.secret("KUSTOMER_API_KEY", kustomer.apiKey());
        camunda.secret("KUSTOMER_BASE_URL", kustomer.baseUrl());
    }

    @Test
    void an_order_of_a_company_is_created_updated_found_and_deleted() {
        camunda.deploy(TemplatedProcess.of(
                        "life-of-an-order",
                        start -> start.serviceTask("company")
                                .serviceTask("create")
                                .serviceTask("update")
                                .serviceTask("find")
                                .serviceTask("delete")
                                .endEvent()
                                .done())
                .task(
                        UpsertCompanyConnector.class,
                        "company",
                        Map.of("company.name", "=name", "company.domains", "acme.example.org"))
                .task(
                        CreateKObjectConnector.class,
                        "create",
                        Map.of(
                                "kobject.klass", "order",
                                "kobject.title", "=\"Order \" + string(number)",
                                "kobject.company", "=companyId",
                                "kobject.externalId", "=number",
                                "kobject.data", "={lines: [{sku: \"B-1\", count: 2}]}"))
                .task(
                        UpdateKObjectConnector.class,
                        "update",
                        Map.of("target.klass", "order", "kobject.custom", "={orderStatusStr: \"sent\"}"))
                .task(
                        FindKObjectConnector.class,
                        "find",
                        Map.of("kobject.klass", "order", "kobject.by", "externalId", "kobject.externalId", "=number"))
                .task(
                        DeleteRecordConnector.class,
                        "delete",
                        Map.of("record.kind", "company", "record.id", "=companyId"))
                .model());

        Map<String, Object> variables =
                camunda.runToEnd("life-of-an-order", Map.of("name", "Acme Ltd", "number", 4711, "klass", "invoice"));

        Map<String, Object> order = kustomer.records("kobject.order").getFirst();
        assertThat(variables)
                .containsEntry("companyOutcome", "created")
                .containsEntry("kobjectFound", true)
                .containsEntry("kobjectId", order.get("id"))
                .containsEntry("recordDeletion", "deleted");
        assertThat(order)
                .containsEntry("title", "Order 4711")
                .containsEntry("custom", Map.of("orderStatusStr", "sent"))
                .containsEntry("data", Map.of("lines", List.of(Map.of("sku", "B-1", "count", 2))))
                .containsEntry("company", variables.get("companyId"));
        assertThat(kustomer.records("company")).isEmpty();
    }
}

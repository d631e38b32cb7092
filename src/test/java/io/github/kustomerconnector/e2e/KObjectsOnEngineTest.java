package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.connector.CreateKObjectConnector;
import io.github.kustomerconnector.connector.DeleteRecordConnector;
import io.github.kustomerconnector.connector.FindKObjectConnector;
import io.github.kustomerconnector.connector.UpdateKObjectConnector;
import io.github.kustomerconnector.connector.UpsertCompanyConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** KObjects and companies on the real engine. */
@ExtendWith(SharedEngine.class)
final class KObjectsOnEngineTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final EmbeddedCamunda camunda;

    KObjectsOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
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

        JsonNode order = kustomer.records("kobject.order").getFirst();
        assertThat(variables)
                .containsEntry("companyOutcome", "created")
                .containsEntry("kobjectFound", true)
                .containsEntry("kobjectId", order.path("id").asText())
                .containsEntry("recordDeletion", "deleted");
        assertThat(order.at("/attributes/title").asText()).isEqualTo("Order 4711");
        assertThat(order.at("/attributes/custom/orderStatusStr").asText()).isEqualTo("sent");
        assertThat(order.at("/attributes/data/lines/0/count").asInt()).isEqualTo(2);
        assertThat(order.at("/relationships/company/data/id").asText()).isEqualTo(variables.get("companyId"));
        assertThat(kustomer.records("company")).isEmpty();
    }
}

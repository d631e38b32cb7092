package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.kustomerconnector.connector.DeleteCustomerConnector;
import io.github.kustomerconnector.connector.FindCustomerConnector;
import io.github.kustomerconnector.connector.MergeCustomersConnector;
import io.github.kustomerconnector.connector.UpdateCustomerConnector;
import io.github.kustomerconnector.connector.UpsertCustomerConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerTest;
import io.github.kustomerconnector.simulator.SimulatedKustomer;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finding, updating, upserting, merging and deleting customers on the real engine. */
@KustomerTest
@ExtendWith(SharedEngine.class)
final class CustomersOnEngineTest {
    private final SimulatedKustomer kustomer;

    private final EmbeddedCamunda camunda;
    private String ada = "";

    CustomersOnEngineTest(EmbeddedCamunda camunda, SimulatedKustomer kustomer) {
        this.camunda = camunda;
        this.kustomer = kustomer;
        camunda.secret("KUSTOMER_API_KEY", kustomer.apiKey());
        camunda.secret("KUSTOMER_BASE_URL", kustomer.baseUrl());
    }

    @BeforeEach
    void store() {
        ada = kustomer.add("customer", Map.of("name", "Ada", "emails", List.of(Map.of("email", "ada@example.org"))));
    }

    @Test
    void update_uses_the_customer_that_find_returned() {
        camunda.deploy(TemplatedProcess.of(
                        "find-and-update",
                        start -> start.serviceTask("find")
                                .serviceTask("update")
                                .endEvent()
                                .done())
                .task(FindCustomerConnector.class, "find", Map.of("customer.email", "=email"))
                .task(
                        UpdateCustomerConnector.class,
                        "update",
                        Map.of(
                                "customer.phones", "+18005551212",
                                "customer.emails", "=[\"countess@example.org\"]",
                                "change.lists", "add",
                                "change.clear", "name, custom.planStr"))
                .model());

        Map<String, Object> variables = camunda.runToEnd("find-and-update", Map.of("email", "ada@example.org"));

        assertThat(variables).containsEntry("customerFound", true).containsEntry("customerId", ada);
        assertThat(kustomer.customers().getFirst())
                .hasEntrySatisfying(
                        "emails",
                        emails -> assertThat(emails).asInstanceOf(LIST).hasSize(2))
                .hasEntrySatisfying(
                        "phones",
                        phones -> assertThat(phones).asInstanceOf(LIST).hasSize(1))
                .doesNotContainKey("name");
    }

    @Test
    void a_gateway_decides_whether_a_customer_was_found() {
        camunda.deploy(TemplatedProcess.of(
                        "no-customer",
                        start -> start.serviceTask("find")
                                .exclusiveGateway("found")
                                .defaultFlow()
                                .endEvent("ended-without")
                                .moveToNode("found")
                                .conditionExpression("customerFound")
                                .endEvent("ended-with-one")
                                .done())
                .task(FindCustomerConnector.class, "find", Map.of("customer.email", "nobody@example.org"))
                .model());

        long key = camunda.start("no-customer", Map.of());
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementIds(key)).contains("ended-without").doesNotContain("ended-with-one");
    }

    @Test
    void upsert_returns_its_outcome_then_customers_are_merged_and_deleted() {
        camunda.deploy(TemplatedProcess.of(
                        "life-of-a-customer",
                        start -> start.serviceTask("upsert")
                                .serviceTask("merge")
                                .serviceTask("delete")
                                .endEvent()
                                .done())
                .task(
                        UpsertCustomerConnector.class,
                        "upsert",
                        Map.of("customer.name", "=name", "customer.emails", "al@example.org"))
                .task(MergeCustomersConnector.class, "merge", Map.of("merge.source", "=ada"))
                .task(DeleteCustomerConnector.class, "delete", Map.of("target.id", "=customerId"))
                .model());

        Map<String, Object> variables = camunda.runToEnd("life-of-a-customer", Map.of("name", "A. L.", "ada", ada));

        assertThat(variables)
                .containsEntry("customerOutcome", "created")
                .containsEntry("mergeStatus", "complete")
                .containsEntry("customerDeletion", "deleted");
        assertThat(kustomer.customers()).isEmpty();
        assertThat(kustomer.records("customer_merge")).hasSize(1);
    }

    /** The engine accepts no such number: it would deliver the job again and again, without an incident. */
    @Test
    void a_number_of_more_than_64_bits_in_a_record_does_not_keep_a_task_from_its_end() {
        String grace =
                kustomer.add("customer", Map.of("custom", Map.of("longNum", new BigInteger("18446744073709551616"))));
        camunda.deploy(TemplatedProcess.of(
                        "long-number-in-record",
                        start -> start.serviceTask("find").endEvent().done())
                .task(FindCustomerConnector.class, "find", Map.of("customer.id", grace, "resultVariable", "found"))
                .model());

        Map<String, Object> variables = camunda.runToEnd("long-number-in-record", Map.of());

        assertThat(variables.get("found")).asString().contains("longNum=1.8446744073709552E19");
    }

    @Test
    void identifiers_of_two_customers_lead_to_the_boundary_event() {
        kustomer.add("customer", Map.of("externalId", "C-1"));
        camunda.deploy(TemplatedProcess.of(
                        "two-customers",
                        start -> start.serviceTask("find")
                                .endEvent()
                                .moveToActivity("find")
                                .boundaryEvent("ambiguous")
                                .error("KUSTOMER_DUPLICATE")
                                .endEvent("ended-ambiguous")
                                .done())
                .task(
                        FindCustomerConnector.class,
                        "find",
                        Map.of("customer.email", "ada@example.org", "customer.externalId", "C-1"))
                .model());

        long key = camunda.start("two-customers", Map.of());
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementIds(key)).contains("ended-ambiguous");
    }
}

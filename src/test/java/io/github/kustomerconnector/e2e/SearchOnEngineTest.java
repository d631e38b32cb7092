package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.SearchKustomerConnector;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.Incident;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Search Kustomer on the real engine. */
@ExtendWith(SharedEngine.class)
final class SearchOnEngineTest {

    private static final Map<String, String> BY_EMAIL =
            Map.of("search.or", "=[{customer_email: {equals: email}}, {customer_external_id: {equals: number}}]");

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    SearchOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void criteria_with_process_variables_return_records_and_their_number() {
        String ada = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
        String grace = kustomer.seedCustomer("{\"externalId\":\"crm-7\"}");
        kustomer.seedCustomer("{\"name\":\"Joan\"}");
        deploy("search-somebody", BY_EMAIL);

        Map<String, Object> variables =
                camunda.runToEnd("search-somebody", Map.of("email", "ada@example.org", "number", "crm-7"));

        Map<?, ?> result = Objects.requireNonNull((Map<?, ?>) variables.get("searchResult"));
        assertThat(result.get("total")).isEqualTo(2);
        assertThat(result.get("records"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("id")
                .containsExactly(ada, grace);
    }

    @Test
    void a_missing_variable_never_matches_all_customers() {
        kustomer.seedCustomer("{\"name\":\"Joan\"}");
        deploy(
                "search-nobody",
                Map.of("search.and", "={customer_email: {equals: missing}}", "errorExpression", "=null"));

        Incident incident = camunda.awaitIncident(camunda.start("search-nobody", Map.of()));

        assertThat(incident.message()).startsWith("search.and.customer_email.equals is empty");
        assertThat(kustomer.requests()).isEmpty();
    }

    private void deploy(String id, Map<String, String> typed) {
        camunda.deploy(TemplatedProcess.of(
                        id, start -> start.serviceTask("search").endEvent().done())
                .task(SearchKustomerConnector.class, "search", typed)
                .model());
    }
}

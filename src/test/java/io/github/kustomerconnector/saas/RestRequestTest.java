package io.github.kustomerconnector.saas;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.feel.FeelEngineWrapper;
import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import io.github.kustomerconnector.connector.CreateNoteConnector;
import io.github.kustomerconnector.connector.FindCustomerConnector;
import io.github.kustomerconnector.connector.TaskInputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expressions of the requests, evaluated by Camunda's FEEL engine. */
final class RestRequestTest {

    private static final Map<String, Object> ACME =
            Map.of("server.region", "organization", "server.organization", "acme");

    private final FeelEngineWrapper feel = new FeelEngineWrapper();

    @ParameterizedTest
    @CsvSource({
        "organization, https://acme.api.kustomerapp.com/v1/customers",
        "us, https://api.kustomerapp.com/v1/customers",
        "eu, https://api.prod2.kustomerapp.com/v1/customers",
        "india, https://api.prod4.kustomerapp.com/v1/customers",
        "custom, https://proxy.example.org/kustomer/v1/customers"
    })
    void the_region_is_the_address(String region, String address) {
        Map<String, Object> server = Map.of(
                "server.region",
                region,
                "server.organization",
                "acme",
                "server.baseUrl",
                "https://proxy.example.org/kustomer/");

        assertThat(url(CreateCustomerConnector.class, server)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "C-4711, C-4711",
        "C/47?11#5, C%2F47%3F11%235",
        "100%, 100%25",
        "a%2Fb, a%252Fb",
        "Müller & Söhne, Müller & Söhne"
    })
    void an_external_id_is_one_segment_of_the_path(String externalId, String segment) {
        Map<String, Object> fields = with(ACME, "customer.by", "externalId", "customer.externalId", externalId);

        assertThat(url(FindCustomerConnector.class, fields))
                .isEqualTo("https://acme.api.kustomerapp.com/v1/customers/externalId=" + segment);
    }

    @Test
    void the_dropdown_selects_the_identifier() {
        Map<String, Object> fields = with(
                ACME, "customer.by", "id", "customer.id", "5f9f1a2b3c4d5e6f7a8b9c0d", "customer.externalId", "C-1");

        assertThat(url(FindCustomerConnector.class, fields))
                .isEqualTo("https://acme.api.kustomerapp.com/v1/customers/5f9f1a2b3c4d5e6f7a8b9c0d");
    }

    @Test
    void a_missing_identifier_makes_no_address() {
        assertThat(url(FindCustomerConnector.class, with(ACME, "customer.by", "id")))
                .isNull();
        assertThat(url(CreateNoteConnector.class, ACME)).isNull();
    }

    @Test
    void texts_with_commas_and_lists_become_lists() {
        assertThat(body(
                        CreateCustomerConnector.class,
                        Map.of("customer.emails", "ada@example.org, ada@work.example.org")))
                .contains("{\"email\":\"ada@example.org\"},{\"email\":\"ada@work.example.org\"}");
        assertThat(body(
                        CreateCustomerConnector.class,
                        Map.of(
                                "customer.phones",
                                List.of("+12025550143", Map.of("phone", "+12025550144", "type", "work")))))
                .contains("{\"phone\":\"+12025550143\"}", "\"type\":\"work\"");
        assertThat(body(CreateConversationConnector.class, Map.of("conversation.tags", "billing , urgent")))
                .contains("\"tags\":[\"billing\",\"urgent\"]");
    }

    @Test
    void empty_fields_are_null_which_the_connector_leaves_out() {
        assertThat(body(CreateCustomerConnector.class, Map.of("customer.externalId", 4711)))
                .contains("\"externalId\":\"4711\"", "\"name\":null", "\"emails\":null", "\"custom\":null");
    }

    private String url(Class<?> connector, Map<String, Object> fields) {
        return feel.evaluate(inputs(connector).get("url"), String.class, variables(fields));
    }

    private String body(Class<?> connector, Map<String, Object> fields) {
        return feel.evaluateToJson(inputs(connector).get("body"), variables(fields));
    }

    private static Map<String, String> inputs(Class<?> connector) {
        return RestOperation.of(connector).orElseThrow().request().inputs();
    }

    private static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> inputs = new HashMap<>();
        fields.forEach((field, value) -> inputs.put(TaskInputs.key(field), value));
        return Map.of(TaskInputs.ROOT, inputs);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String... more) {
        Map<String, Object> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}

package io.github.kustomerconnector.connector;

import static io.github.kustomerconnector.simulator.ScriptedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.ScriptedServer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records with whole numbers of more than 64 bits, which the engine does not store. Such a job would never end. */
final class LongNumberJobTest {

    private static final String ID = "5f0000000000000000000001";

    private static final String RECORD = "{\"type\":\"customer\",\"id\":\"" + ID + "\",\"attributes\":{\"custom\":{"
            + "\"twentyNum\":18446744073709551616,\"negativeNum\":-9223372036854775809,\"longNum\":9223372036854775807,"
            + "\"decimalNum\":1.50,\"digitsStr\":\"18446744073709551616\"}}}";

    record Reader(
            Function<ConnectorEnvironment, OutboundConnectorFunction> connector,
            boolean isList,
            Map<String, Object> fields) {}

    static Stream<Reader> readers() {
        return Stream.of(
                new Reader(CreateCustomerConnector::new, false, Map.of("customer.name", "Ada")),
                new Reader(UpdateCustomerConnector::new, false, Map.of("target.id", ID, "customer.name", "Ada")),
                new Reader(FindCustomerConnector::new, false, Map.of("customer.id", ID)),
                new Reader(
                        FindConversationConnector::new,
                        true,
                        Map.of("conversation.by", "customer", "conversation.customer", ID)),
                new Reader(FindMessageConnector::new, true, Map.of("message.conversation", ID)),
                new Reader(
                        SearchKustomerConnector::new,
                        true,
                        Map.of(
                                "search.queryContext",
                                "customer",
                                "search.and",
                                Map.of("customer_name", Map.of("equals", "Ada")))),
                new Reader(CallKustomerApiConnector::new, false, Map.of("request.path", "/v1/customers/" + ID)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_whole_number_of_more_than_64_bits_becomes_a_decimal_number(Reader reader) {
        String body = "{\"data\":" + (reader.isList() ? "[" + RECORD + "]" : RECORD) + "}";
        try (ScriptedServer server = ScriptedServer.start(request -> answer("200 OK", body))) {
            JobHandling jobs = JobHandling.of(reader.connector().apply(JobHandling.environment("test")));
            jobs.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
            jobs.secret("KUSTOMER_BASE_URL", server.url());
            Task task = jobs.task();
            for (Map.Entry<String, Object> field : reader.fields().entrySet()) {
                task = task.with(field.getKey(), field.getValue());
            }

            JsonNode custom = jobs.result(task).findValue("custom");

            assertThat(custom)
                    .hasToString("{\"twentyNum\":1.8446744073709552E19,\"negativeNum\":-9.223372036854776E18,"
                            + "\"longNum\":9223372036854775807,\"decimalNum\":1.5,"
                            + "\"digitsStr\":\"18446744073709551616\"}");
        }
    }
}

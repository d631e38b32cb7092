package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Choices that only the result of a list needs, and that are still checked first. */
final class RefusedChoiceJobTest {

    private static final String ID = "5f00000000000000000000a1";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    static Stream<Arguments> lists() {
        return Stream.of(
                list("messages", FindMessageConnector::new, task -> task.with("message.conversation", ID)),
                list(
                        "kobjects",
                        FindKObjectConnector::new,
                        task -> task.with("kobject.klass", "order")
                                .with("kobject.by", "customer")
                                .with("kobject.customer", ID)),
                list(
                        "conversations",
                        FindConversationConnector::new,
                        task -> task.with("conversation.by", "customer").with("conversation.customer", ID)),
                list(
                        "tags",
                        FindRecordConnector::new,
                        task -> task.with("record.kind", "tag")
                                .with("record.by", "id")
                                .with("record.id", ID)),
                list(
                        "teams",
                        FindRecordConnector::new,
                        task -> task.with("record.kind", "team")
                                .with("record.by", "name")
                                .with("record.name", "Support")));
    }

    private static Arguments list(
            String name,
            Function<ConnectorEnvironment, OutboundConnectorFunction> connector,
            UnaryOperator<Task> fields) {
        return Arguments.of(Named.of(name, connector), fields);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void an_unknown_choice_for_absent_records_is_refused_before_anything_is_sent(
            Function<ConnectorEnvironment, OutboundConnectorFunction> connector, UnaryOperator<Task> fields) {
        JobHandling jobs = JobHandling.of(connector.apply(JobHandling.environment("test")), kustomer);

        JobEnding.Failed failed = jobs.failure(fields.apply(jobs.task()).with("options.ifAbsent", "maybe"));

        assertThat(failed.code()).isEqualTo("KUSTOMER_INVALID_INPUT");
        assertThat(failed.message()).startsWith("options.ifAbsent is not one of continue, fail");
        assertThat(kustomer.requests()).isEmpty();
    }
}

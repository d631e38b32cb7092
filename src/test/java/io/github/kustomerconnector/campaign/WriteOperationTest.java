package io.github.kustomerconnector.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.github.kustomerconnector.template.ElementTemplates;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WriteOperationTest {

    private static final List<String> READS = List.of("find-", "get-", "search", "count-", "check-");

    /** The bulks have a campaign of their own, and a call of the API is not protected. */
    private static final Set<String> ELSEWHERE = Set.of("run-bulk", "await-bulk", "call-api");

    @Test
    void every_operation_that_writes_takes_part_in_the_campaign() {
        Stream<String> operations = ElementTemplates.connectors().stream()
                .map(connector -> connector.getAnnotation(OutboundConnector.class))
                .filter(Objects::nonNull)
                .map(connector -> connector.type().replaceAll("^kustomer:|:\\d+$", ""));

        assertThat(missing(operations)).isEmpty();
    }

    @Test
    void an_operation_that_writes_without_a_case_is_noticed() {
        assertThat(missing(Stream.of("update-company", "find-company", "create-customer", "create-note", "run-bulk")))
                .containsExactly("update-company");
    }

    private static List<String> missing(Stream<String> operations) {
        List<String> present = Stream.concat(
                        Arrays.stream(RecordKind.values()).map(RecordKind::operation),
                        Arrays.stream(WriteOperation.values()).map(WriteOperation::title))
                .toList();
        return operations
                .filter(operation -> READS.stream().noneMatch(operation::startsWith))
                .filter(operation -> !ELSEWHERE.contains(operation) && !present.contains(operation))
                .toList();
    }
}

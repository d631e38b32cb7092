package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.kustomerconnector.demo.ImportProcess;
import io.github.kustomerconnector.engine.ElementStep;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The committed import example, with RunBulkConnector and AwaitBulkConnector on the real engine. */
@ExtendWith(SharedEngine.class)
final class ImportOnEngineTest {

    /** The time for which Kustomer carries out no bulk. */
    private static final Duration HOLD = Duration.ofHours(1);

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    ImportOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
        camunda.deploy(ImportProcess.FILE);
    }

    @Test
    void a_document_of_1000_rows_makes_990_customers_and_ten_reasons() throws IOException {
        kustomer.settings().bulkDelay(HOLD);

        long key = camunda.start(ImportProcess.PROCESS_ID, Map.of("rows", rows(), "wait", "PT0.2S"));
        await("next task of the bulk")
                .atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> steps(key).contains("await-bulk"));
        kustomer.settings().clock(Clock.offset(Clock.systemUTC(), HOLD));
        camunda.awaitCompleted(key);

        Map<?, ?> bulk = bulk(camunda.records().variables(key));
        assertThat(bulk.get("created")).isEqualTo(990);
        assertThat(bulk.get("total")).isEqualTo(1000);
        assertThat(kustomer.customers()).hasSize(990);
        assertThat(bulk.get("failures"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(10)
                .extracting("error")
                .contains("customer.emails is not an e-mail address", "The item is not JSON")
                .anySatisfy(error -> assertThat(error.toString()).contains("another external ID"));
        assertThat(steps(key)).contains("customers-imported");
    }

    @Test
    void each_row_has_a_result_in_the_documents() throws IOException {
        Map<String, Object> variables =
                camunda.runToEnd(ImportProcess.PROCESS_ID, Map.of("rows", rows(), "wait", "PT0.2S"));

        List<?> documents = Objects.requireNonNull((List<?>) bulk(variables).get("documents"));
        assertThat(documents.stream()
                        .flatMap(document ->
                                new String(camunda.document((Map<?, ?>) document), StandardCharsets.UTF_8).lines()))
                .hasSize(1000)
                .filteredOn(line -> line.contains("\"status\":\"created\""))
                .hasSize(990);
    }

    private List<String> steps(long key) {
        return camunda.records().elementSteps(key).stream()
                .map(ElementStep::elementId)
                .toList();
    }

    private static Map<?, ?> bulk(Map<String, Object> variables) {
        return Objects.requireNonNull((Map<?, ?>) variables.get("kustomerBulk"));
    }

    private Map<String, Object> rows() throws IOException {
        return camunda.document("import.jsonl", Files.readAllBytes(Path.of("examples/import.jsonl")));
    }
}

package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demo of the import example. */
@ExtendWith(SharedEngine.class)
final class ImportDemoTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    ImportDemoTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void prints_the_progress_of_the_bulk() throws IOException {
        kustomer.settings().bulkDelay(Duration.ofSeconds(1));
        Options options = Options.parse(List.of("--bpmn=examples/import.bpmn", "--input=examples/import.json"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        boolean completed = new DemoRun(
                        camunda,
                        new KustomerTarget(kustomer.url(), KustomerSimulator.API_KEY),
                        RunSettings.of(options),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();

        assertThat(completed).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceFirst("^.* s  ", "")))
                .contains("kustomerBulk             9 of 1000 done, 9 failed")
                .contains("kustomerBulk             1000 of 1000 done, 10 failed");
    }
}

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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the example after a change in the Modeler. {@code modeler-tests} writes the changed file. */
@ExtendWith(SharedEngine.class)
final class FirstUseTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    FirstUseTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
    }

    @Test
    void the_demo_uses_the_changed_form_values() throws IOException {
        Options options = Options.parse(List.of("--bpmn=src/test/resources/first-use/welcome-customer.bpmn"));
        Target target = new KustomerTarget(kustomer.url(), KustomerSimulator.API_KEY);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        boolean completed = new DemoRun(
                        camunda,
                        target,
                        RunSettings.of(options),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();

        assertThat(completed).isTrue();
        assertThat(kustomer.customers()).hasSize(1);
        assertThat(kustomer.customers().getFirst().at("/attributes/name").asText())
                .isEqualTo("Ada Lovelace (newsletter)");
        assertThat(kustomer.conversations()).hasSize(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(kustomer.customers().getFirst().path("id").asText());
    }
}

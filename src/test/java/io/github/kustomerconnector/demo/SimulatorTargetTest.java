package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedEngine.class)
final class SimulatorTargetTest {
    @AutoClose
    private final Target target = new SimulatorTarget();

    private final EmbeddedCamunda camunda;

    SimulatorTargetTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", target.apiKey());
        camunda.secret("KUSTOMER_BASE_URL", target.baseUrl());
    }

    @Test
    void shows_every_kind_of_record_that_the_complaint_creates() throws IOException {
        camunda.deploy(ComplaintProcess.FILE);

        camunda.runToEnd(
                ComplaintProcess.PROCESS_ID,
                StartVariables.read(Path.of("examples/complaint.json")).variables());

        assertThat(target.stored(false)).containsExactly("1 customer, 1 conversation, 1 message, 1 note");
        assertThat(target.stored(true))
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).startsWith("message").contains("The lamp arrived broken."))
                .anySatisfy(line -> assertThat(line).startsWith("note").contains("by the complaints process"));
    }

    @Test
    void shows_customers_and_conversations_if_there_are_none() {
        assertThat(target.stored(true)).containsExactly("0 customers, 0 conversations");
    }
}

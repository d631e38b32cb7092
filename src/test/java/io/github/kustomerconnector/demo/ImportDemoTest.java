package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demo of the import example. */
@ExtendWith(SharedEngine.class)
final class ImportDemoTest {

    /** The time for which Kustomer carries out no bulk. */
    private static final Duration HOLD = Duration.ofHours(1);

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
        kustomer.settings().bulkDelay(HOLD);
        Options options = Options.parse(List.of("--bpmn=examples/import.bpmn", "--input=examples/import.json"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        // Not in the common pool, because it may have only one thread, which the runtime needs.
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(() -> endBulksAfter(printed, "9 of 1000 done"), Thread::startVirtualThread);
        boolean completed = new DemoRun(
                        camunda,
                        new KustomerTarget(kustomer.url(), KustomerSimulator.API_KEY),
                        RunSettings.of(options),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();

        assertThat(end).succeedsWithin(EmbeddedCamunda.PATIENCE);
        assertThat(completed).isTrue();
        assertThat(text(printed).lines().map(line -> line.replaceFirst("^.* s  ", "")))
                .contains("kustomerBulk             9 of 1000 done, 9 failed")
                .contains("kustomerBulk             1000 of 1000 done, 10 failed");
    }

    private void endBulksAfter(ByteArrayOutputStream printed, String line) {
        await("progress")
                .atMost(EmbeddedCamunda.PATIENCE)
                .until(() -> text(printed).contains(line));
        kustomer.settings().clock(Clock.offset(Clock.systemUTC(), HOLD));
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}

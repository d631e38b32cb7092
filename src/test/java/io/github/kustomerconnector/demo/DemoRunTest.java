package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.ProbeConnector;
import io.github.kustomerconnector.engine.SharedEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedEngine.class)
final class DemoRunTest {
    private static final Target TARGET = new KustomerTarget("https://k.example", "top-secret");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final EmbeddedCamunda camunda;
    private final Path directory;

    DemoRunTest(EmbeddedCamunda camunda, @TempDir Path directory) {
        this.camunda = camunda;
        this.directory = directory;
    }

    @Test
    void prints_each_step_and_the_variables() throws IOException {
        boolean completed = run("demo-one", 0, 1, Duration.ofMinutes(2));

        assertThat(completed).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceFirst("^.* s  ", "")))
                .containsSubsequence(
                        "Probe something          started",
                        "Probe something          calls connector test:probe:1",
                        "Probe something          connector succeeded",
                        "Probe something          completed")
                .contains("  customerId       found");
    }

    @Test
    void prints_only_counts_for_many_instances() throws IOException {
        boolean completed = run("demo-many", 0, 40, Duration.ofMinutes(2));

        assertThat(completed).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("40/40 completed", "40 instances completed in ")
                .doesNotContain("calls connector");
    }

    @Test
    void prints_the_incident_with_its_element_and_cause() throws IOException {
        boolean completed = run("demo-stops", 1, 1, Duration.ofMinutes(2));

        assertThat(completed).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Incident at \"Probe something\" (JOB_NO_RETRIES)", "The probe refuses: found")
                .doesNotContain("top-secret");
    }

    @Test
    void names_the_element_that_waits_after_the_timeout() throws IOException {
        boolean completed = run(
                Bpmn.createExecutableProcess("demo-waits")
                        .startEvent()
                        .subProcess("scope")
                        .embeddedSubProcess()
                        .startEvent()
                        .intermediateCatchEvent("later", event -> event.timerWithDuration("PT1H"))
                        .name("Time to look at it")
                        .endEvent()
                        .subProcessDone()
                        .endEvent()
                        .done(),
                2,
                Duration.ofSeconds(2));

        assertThat(completed).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Not finished after 2.0 s: waits at \"Time to look at it\" (2 times).");
    }

    @Test
    void a_refused_process_is_one_sentence() throws IOException {
        boolean completed = run(
                Bpmn.createExecutableProcess("demo-refused")
                        .startEvent()
                        .serviceTask("task", task -> task.zeebeJobType("x").zeebeInputExpression("a // b", "c.d"))
                        .endEvent()
                        .done(),
                1,
                Duration.ofMinutes(2));

        assertThat(completed).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("The engine refuses the process: 'process.bpmn': ")
                .contains("failed to parse expression")
                .hasLineCount(1);
    }

    @Test
    void stops_after_the_timeout() throws IOException {
        boolean completed = run("demo-late", 0, 1000, Duration.ofMillis(300));

        assertThat(completed).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Not finished after 0.3 s");
    }

    private boolean run(String processId, int refusals, int instances, Duration timeout) throws IOException {
        return run(
                Bpmn.createExecutableProcess(processId)
                        .startEvent()
                        .serviceTask("probe")
                        .name("Probe something")
                        .zeebeJobType(ProbeConnector.TYPE)
                        .zeebeInput("=" + refusals, "probe.refusedAttempts")
                        .zeebeInput("=text", "probe.text")
                        .zeebeTaskHeader("resultExpression", "={customerId: text}")
                        .endEvent()
                        .done(),
                instances,
                timeout);
    }

    private boolean run(BpmnModelInstance process, int instances, Duration timeout) throws IOException {
        Path bpmn = directory.resolve("process.bpmn");
        Bpmn.writeModelToFile(bpmn.toFile(), process);
        Path input = Files.writeString(directory.resolve("input.json"), "{\"text\": \"found\"}");
        Options options = new Options(bpmn, input, instances, timeout);
        return new DemoRun(
                        camunda,
                        TARGET,
                        RunSettings.of(options),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
    }
}

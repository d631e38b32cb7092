package io.github.kustomerconnector.engine;

import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedEngine.class)
final class EmbeddedCamundaTest {
    private final EmbeddedCamunda camunda;

    EmbeddedCamundaTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
    }

    @Test
    void runs_a_process_with_a_connector_to_its_end() {
        camunda.deploy(process(
                "completes",
                task -> task.zeebeInputExpression("greeting", "probe.text")
                        .zeebeTaskHeader("resultExpression", "={answer: text}")));

        long key = camunda.start("completes", Map.of("greeting", "hello"));
        camunda.awaitCompleted(key);

        assertThat(camunda.records().variables(key)).containsEntry("answer", "hello");
        assertThat(camunda.records().elementSteps(key))
                .filteredOn(step -> step.state() == ELEMENT_COMPLETED)
                .extracting(ElementStep::elementId)
                .containsSubsequence("start", "probe", "end", "completes");
        assertThat(camunda.records().jobs(key)).singleElement().satisfies(job -> {
            assertThat(job.state()).isEqualTo(JobIntent.COMPLETED);
            assertThat(job.customHeaders()).containsEntry("resultExpression", "={answer: text}");
        });
    }

    @Test
    void routes_a_bpmn_error_to_the_boundary_event() {
        BpmnModelInstance process = process(
                "catches",
                task -> task.zeebeInput("=1", "probe.refusedAttempts")
                        .zeebeTaskHeader(
                                "errorExpression",
                                "=if error.code = \"REFUSED\" then bpmnError(\"NO\", \"no\") else null")
                        .boundaryEvent("refused", event -> event.error().endEvent("ended-refused")));
        camunda.deploy(process);

        long key = camunda.start("catches", Map.of());
        camunda.awaitCompleted(key);

        assertThat(camunda.records().elementSteps(key))
                .extracting(ElementStep::elementId)
                .contains("refused", "ended-refused")
                .doesNotContain("end");
        assertThat(camunda.records().jobs(key)).singleElement().satisfies(job -> {
            assertThat(job.state()).isEqualTo(JobIntent.ERROR_THROWN);
            assertThat(job.errorCode()).isEqualTo("NO");
        });
    }

    @Test
    void returns_the_incident_and_continues_after_it_is_resolved() {
        camunda.deploy(process(
                "stops", task -> task.zeebeInput("=1", "probe.refusedAttempts").zeebeInput("not today", "probe.text")));

        long key = camunda.start("stops", Map.of());
        Incident incident = camunda.awaitIncident(key);

        assertThat(incident.errorType()).isEqualTo(ErrorType.JOB_NO_RETRIES);
        assertThat(incident.message()).isEqualTo("The probe refuses: not today");
        assertThat(incident.elementId()).isEqualTo("probe");
        assertThat(incident.open()).isTrue();
        assertThatThrownBy(() -> camunda.awaitCompleted(key)).hasMessageContaining("The probe refuses: not today");

        camunda.resolveIncident(incident, 1);
        camunda.awaitCompleted(key);

        assertThat(camunda.records().openIncident(key)).isEmpty();
    }

    @Test
    void ends_a_back_off_when_the_clock_moves() {
        camunda.deploy(process(
                "waits",
                task -> task.zeebeInput("=2", "probe.busyAttempts")
                        .zeebeTaskHeader("resultExpression", "={attempts: attempt}")));

        long key = camunda.start("waits", Map.of());
        awaitFailedAttempts(key, 1);
        camunda.increaseTime(Duration.ofMinutes(61));
        awaitFailedAttempts(key, 2);
        camunda.increaseTime(Duration.ofMinutes(61));
        camunda.awaitCompleted(key);

        assertThat(camunda.records().variables(key)).containsEntry("attempts", 3);
        assertThat(camunda.records().jobEvents())
                .filteredOn(job -> job.processInstanceKey() == key && job.state() == JobIntent.FAILED)
                .extracting(Job::retries)
                .containsExactly(2, 1);
    }

    @Test
    void replaces_secrets_only_for_the_connector() {
        camunda.secret("PROBE_TEXT", "under the rose");
        camunda.deploy(process(
                "tells",
                task -> task.zeebeInput("{{secrets.PROBE_TEXT}}", "probe.text")
                        .zeebeTaskHeader("resultExpression", "={length: string length(text)}")));

        Map<String, Object> variables = camunda.runToEnd("tells", Map.of());

        assertThat(variables).containsEntry("length", "under the rose".length());
    }

    private void awaitFailedAttempts(long key, int attempts) {
        await().atMost(EmbeddedCamunda.PATIENCE)
                .untilAsserted(() -> assertThat(camunda.records().jobEvents())
                        .filteredOn(job -> job.processInstanceKey() == key && job.state() == JobIntent.FAILED)
                        .hasSize(attempts)
                        .allSatisfy(job -> assertThat(job.backOff()).isEqualTo(Duration.ofHours(1))));
    }

    private static BpmnModelInstance process(String id, Consumer<ServiceTaskBuilder> task) {
        return Bpmn.createExecutableProcess(id)
                .startEvent("start")
                .serviceTask("probe", builder -> task.accept(builder.zeebeJobType(ProbeConnector.TYPE)))
                .endEvent("end")
                .done();
    }
}

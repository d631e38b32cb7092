package io.github.kustomerconnector.e2e;

import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.ActivatedJob;
import io.github.kustomerconnector.demo.SupportAgentProcess;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.Incident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Plays Camunda's AI agent in one instance of the agent example: it completes the agent's jobs with calls of tools, as
 * the connector "AI Agent Task" does. No model is called.
 */
final class PlayedAgent {

    /** One call of a tool, as a model asks for it. */
    record Call(String tool, Map<String, Object> parameters) {}

    private final EmbeddedCamunda camunda;
    private final long processInstance;
    private ActivatedJob job;

    PlayedAgent(EmbeddedCamunda camunda, long processInstance) {
        this.camunda = camunda;
        this.processInstance = processInstance;
        this.job = nextJob();
    }

    /** Calls one tool and returns its result. */
    Object call(String tool, Map<String, Object> parameters) {
        return callAll(new Call(tool, parameters)).getFirst();
    }

    /** Calls tools at the same time and returns their results in the order of the calls. */
    List<Object> callAll(Call... together) {
        List<Map<String, Object>> calls = new ArrayList<>();
        for (Call call : together) {
            Map<String, Object> toolCall = new HashMap<>(call.parameters());
            toolCall.put("_meta", Map.of("id", "call-" + calls.size(), "name", call.tool()));
            calls.add(toolCall);
        }
        answer(calls);
        job = nextJob();
        List<Object> results = new ArrayList<>();
        List<?> contents =
                Objects.requireNonNull((List<?>) job.getVariablesAsMap().get("toolCallResults"));
        for (Object result : contents) {
            results.add(((Map<?, ?>) result).get("content"));
        }
        return results;
    }

    /** Answers without a call of a tool, which ends the process. */
    void end() {
        answer(List.of());
        camunda.awaitCompleted(processInstance);
    }

    private void answer(List<Map<String, Object>> toolCalls) {
        camunda.client()
                .newCompleteCommand(job)
                .variables(Map.of("agent", Map.of("toolCalls", toolCalls)))
                .send()
                .join();
    }

    private ActivatedJob nextJob() {
        return await("job of the agent")
                .atMost(EmbeddedCamunda.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(this::activated, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ActivatedJob> activated() {
        camunda.records().openIncident(processInstance).ifPresent(PlayedAgent::refuse);
        return camunda
                .client()
                .newActivateJobsCommand()
                .jobType(SupportAgentProcess.AGENT_JOB)
                .maxJobsToActivate(1)
                .requestTimeout(Duration.ofSeconds(1))
                .send()
                .join()
                .getJobs()
                .stream()
                .filter(found -> found.getProcessInstanceKey() == processInstance)
                .findFirst();
    }

    private static void refuse(Incident incident) {
        throw new AssertionError(
                "%s at %s: %s".formatted(incident.errorType(), incident.elementId(), incident.message()));
    }
}

package io.github.kustomerconnector.engine;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.time.Duration;
import java.util.Map;

/**
 * A job at one point in time.
 *
 * @param state the last event, such as {@code CREATED}, {@code FAILED} or {@code COMPLETED}; there is no event for
 *     the activation
 * @param retries attempts left
 * @param backOff wait before the next attempt; zero if none was set
 * @param errorMessage empty for none
 * @param errorCode of a thrown BPMN error; empty for none
 */
public record Job(
        long key,
        String type,
        JobIntent state,
        int retries,
        Duration backOff,
        String errorMessage,
        String errorCode,
        Map<String, String> customHeaders,
        String elementId,
        long elementInstanceKey,
        long processInstanceKey) {

    public Job {
        customHeaders = Map.copyOf(customHeaders);
    }

    static Job of(Record<?> source, JobRecordValue value) {
        return new Job(
                source.getKey(),
                value.getType(),
                (JobIntent) source.getIntent(),
                value.getRetries(),
                Duration.ofMillis(Math.max(0, value.getRetryBackoff())),
                value.getErrorMessage(),
                value.getErrorCode(),
                value.getCustomHeaders(),
                value.getElementId(),
                value.getElementInstanceKey(),
                value.getProcessInstanceKey());
    }
}

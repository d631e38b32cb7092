package io.github.kustomerconnector.engine;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;

/**
 * An incident as an operator would read it.
 *
 * @param jobKey the job that failed, or -1 if it was not a job
 * @param open whether nobody has resolved it yet
 */
public record Incident(
        long key,
        ErrorType errorType,
        String message,
        String elementId,
        long jobKey,
        long processInstanceKey,
        boolean open) {

    static Incident of(Record<?> source, IncidentRecordValue value, boolean open) {
        return new Incident(
                source.getKey(),
                value.getErrorType(),
                value.getErrorMessage(),
                value.getElementId(),
                value.getJobKey(),
                value.getProcessInstanceKey(),
                open);
    }
}

package io.github.kustomerconnector.engine;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;

/**
 * An incident as an operator sees it.
 *
 * @param jobKey the failed job; -1 if no job failed
 * @param open whether it is not resolved yet
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

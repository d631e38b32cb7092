package io.github.kustomerconnector.engine;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;

/**
 * The start or end of one element in a process instance.
 *
 * @param state {@code ELEMENT_ACTIVATED}, {@code ELEMENT_COMPLETED} or {@code ELEMENT_TERMINATED}
 */
public record ElementStep(
        String elementId,
        BpmnElementType elementType,
        ProcessInstanceIntent state,
        long elementInstanceKey,
        long processInstanceKey) {

    static ElementStep of(Record<?> source, ProcessInstanceRecordValue value) {
        return new ElementStep(
                value.getElementId(),
                value.getBpmnElementType(),
                (ProcessInstanceIntent) source.getIntent(),
                source.getKey(),
                value.getProcessInstanceKey());
    }
}

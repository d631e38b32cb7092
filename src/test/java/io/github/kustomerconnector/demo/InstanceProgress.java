package io.github.kustomerconnector.demo;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts completed instances, and collects the incidents and the waiting elements of the others. */
final class InstanceProgress {
    private static final Set<BpmnElementType> SCOPES = EnumSet.of(
            BpmnElementType.PROCESS,
            BpmnElementType.SUB_PROCESS,
            BpmnElementType.EVENT_SUB_PROCESS,
            BpmnElementType.AD_HOC_SUB_PROCESS,
            BpmnElementType.MULTI_INSTANCE_BODY);
    private static final Set<Intent> ENDS =
            Set.of(ProcessInstanceIntent.ELEMENT_COMPLETED, ProcessInstanceIntent.ELEMENT_TERMINATED);

    private final String processId;
    private final Set<Long> completed = new HashSet<>();
    private final Map<Long, IncidentRecordValue> stopped = new LinkedHashMap<>();
    private final Map<Long, String> active = new LinkedHashMap<>();

    InstanceProgress(String processId) {
        this.processId = processId;
    }

    void update(Record<?> source) {
        if (source.getRecordType() != RecordType.EVENT) {
            return;
        }
        switch (source.getValue()) {
            case ProcessInstanceRecordValue value -> {
                updateActive(source, value);
                if (isOurs(value.getBpmnProcessId())
                        && source.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                        && source.getKey() == value.getProcessInstanceKey()) {
                    completed.add(source.getKey());
                }
            }
            case IncidentRecordValue value -> {
                if (isOurs(value.getBpmnProcessId()) && source.getIntent() == IncidentIntent.CREATED) {
                    stopped.putIfAbsent(value.getProcessInstanceKey(), value);
                }
            }
            default -> {}
        }
    }

    private void updateActive(Record<?> source, ProcessInstanceRecordValue value) {
        if (source.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED
                && isOurs(value.getBpmnProcessId())
                && !SCOPES.contains(value.getBpmnElementType())) {
            active.put(source.getKey(), value.getElementId());
        } else if (ENDS.contains(source.getIntent())) {
            active.remove(source.getKey());
        }
    }

    private boolean isOurs(String bpmnProcessId) {
        return bpmnProcessId.equals(processId);
    }

    int completed() {
        return completed.size();
    }

    /** The ids of the elements that are active and their numbers, oldest first. */
    Map<String, Integer> waiting() {
        Map<String, Integer> waiting = new LinkedHashMap<>();
        active.values().forEach(id -> waiting.merge(id, 1, Integer::sum));
        return waiting;
    }

    /** The first incident of each instance that has one, oldest first. */
    List<IncidentRecordValue> stopped() {
        return List.copyOf(stopped.values());
    }
}

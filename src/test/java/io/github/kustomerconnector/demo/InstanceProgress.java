package io.github.kustomerconnector.demo;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts completed instances and collects the incidents of the others. */
final class InstanceProgress {
    private final String processId;
    private final Set<Long> completed = new HashSet<>();
    private final Map<Long, IncidentRecordValue> stopped = new LinkedHashMap<>();

    InstanceProgress(String processId) {
        this.processId = processId;
    }

    void update(Record<?> source) {
        if (source.getRecordType() != RecordType.EVENT) {
            return;
        }
        switch (source.getValue()) {
            case ProcessInstanceRecordValue value -> {
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

    private boolean isOurs(String bpmnProcessId) {
        return bpmnProcessId.equals(processId);
    }

    int completed() {
        return completed.size();
    }

    /** The first incident of each instance that has one, oldest first. */
    List<IncidentRecordValue> stopped() {
        return List.copyOf(stopped.values());
    }
}

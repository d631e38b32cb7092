package io.github.kustomerconnector.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.process.test.api.RecordStreamSource;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records that the engine has written. Tests read its record stream, because the gRPC API has no search. */
public final class EngineRecords {
    private static final Set<ProcessInstanceIntent> STEPS = EnumSet.of(
            ProcessInstanceIntent.ELEMENT_ACTIVATED,
            ProcessInstanceIntent.ELEMENT_COMPLETED,
            ProcessInstanceIntent.ELEMENT_TERMINATED);

    private final RecordStreamSource source;
    private final ObjectMapper json = new ObjectMapper();
    private final ReentrantLock reading = new ReentrantLock();

    EngineRecords(RecordStreamSource source) {
        this.source = source;
    }

    /** The records from an index on, oldest first. The index of the next record is {@code index + size()}. */
    public List<Record<?>> since(int index) {
        reading.lock();
        try {
            List<Record<?>> records = all();
            return List.copyOf(records.subList(Math.min(index, records.size()), records.size()));
        } finally {
            reading.unlock();
        }
    }

    /** All incidents including resolved ones, oldest first. */
    public List<Incident> incidents() {
        List<Record<?>> records = events(IncidentRecordValue.class).toList();
        Set<Long> resolved = records.stream()
                .filter(event -> event.getIntent() == IncidentIntent.RESOLVED)
                .map(Record::getKey)
                .collect(Collectors.toSet());
        return records.stream()
                .filter(event -> event.getIntent() == IncidentIntent.CREATED)
                .map(event ->
                        Incident.of(event, (IncidentRecordValue) event.getValue(), !resolved.contains(event.getKey())))
                .toList();
    }

    /** The oldest open incident of a process instance; empty if there is none. */
    public Optional<Incident> openIncident(long processInstanceKey) {
        return incidents().stream()
                .filter(incident -> incident.open() && incident.processInstanceKey() == processInstanceKey)
                .findFirst();
    }

    /** All jobs in their current state, oldest first. */
    public List<Job> jobs() {
        Map<Long, Job> latest = new LinkedHashMap<>();
        jobEvents().forEach(job -> latest.put(job.key(), job));
        return List.copyOf(latest.values());
    }

    /** The jobs of one process instance in their current state, oldest first. */
    public List<Job> jobs(long processInstanceKey) {
        return jobs().stream()
                .filter(job -> job.processInstanceKey() == processInstanceKey)
                .toList();
    }

    /** Every event of every job, so that each failed attempt is visible. */
    public List<Job> jobEvents() {
        return events(JobRecordValue.class)
                .map(event -> Job.of(event, (JobRecordValue) event.getValue()))
                .toList();
    }

    /** The starts and ends of elements in a process instance, in order. They include the process itself. */
    public List<ElementStep> elementSteps(long processInstanceKey) {
        return steps().filter(step -> step.processInstanceKey() == processInstanceKey)
                .toList();
    }

    /** The ids of the elements of {@link #elementSteps}. */
    public List<String> elementIds(long processInstanceKey) {
        return elementSteps(processInstanceKey).stream()
                .map(ElementStep::elementId)
                .toList();
    }

    /** How a process instance ended: {@code ELEMENT_COMPLETED} or {@code ELEMENT_TERMINATED}; empty while it runs. */
    public Optional<ProcessInstanceIntent> ending(long processInstanceKey) {
        Predicate<ElementStep> isEnding = step -> step.elementType() == BpmnElementType.PROCESS
                && step.state() != ProcessInstanceIntent.ELEMENT_ACTIVATED
                && step.elementInstanceKey() == processInstanceKey;
        return steps().filter(isEnding).map(ElementStep::state).findFirst();
    }

    /** The variables of the process instance without local variables of elements. Values may be null. */
    public Map<String, Object> variables(long processInstanceKey) {
        Map<String, Object> variables = new LinkedHashMap<>();
        events(VariableRecordValue.class)
                .map(event -> (VariableRecordValue) event.getValue())
                .filter(variable -> variable.getScopeKey() == processInstanceKey)
                .forEach(variable -> variables.put(variable.getName(), read(variable.getValue())));
        return Collections.unmodifiableMap(variables);
    }

    /** The keys of all instances of a process, oldest first. */
    public List<Long> instances(String processId) {
        return events(ProcessInstanceRecordValue.class)
                .filter(event -> event.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED)
                .map(event -> (ProcessInstanceRecordValue) event.getValue())
                .filter(value -> value.getBpmnElementType() == BpmnElementType.PROCESS)
                .filter(value -> value.getBpmnProcessId().equals(processId))
                .map(ProcessInstanceRecordValue::getProcessInstanceKey)
                .toList();
    }

    /** Whether the process instance has waited for a message. */
    public boolean waits(long processInstanceKey) {
        return events(ProcessMessageSubscriptionRecordValue.class)
                .filter(event -> event.getIntent() == ProcessMessageSubscriptionIntent.CREATED)
                .map(event -> (ProcessMessageSubscriptionRecordValue) event.getValue())
                .anyMatch(value -> value.getProcessInstanceKey() == processInstanceKey);
    }

    /** The first values of a variable in all instances of a process, oldest first. */
    public List<Object> values(String processId, String variable) {
        return events(VariableRecordValue.class)
                .filter(event -> event.getIntent() == VariableIntent.CREATED)
                .map(event -> (VariableRecordValue) event.getValue())
                .filter(value -> value.getBpmnProcessId().equals(processId)
                        && value.getName().equals(variable)
                        && value.getScopeKey() == value.getProcessInstanceKey())
                .map(value -> read(value.getValue()))
                .toList();
    }

    private List<Record<?>> all() {
        if (source.getRecords() instanceof List<Record<?>> records) {
            return records;
        }
        throw new IllegalStateException("The engine no longer gives its records as a list");
    }

    private Stream<ElementStep> steps() {
        return events(ProcessInstanceRecordValue.class)
                .filter(event -> STEPS.contains(event.getIntent()))
                .map(event -> ElementStep.of(event, (ProcessInstanceRecordValue) event.getValue()));
    }

    private Stream<Record<?>> events(Class<?> valueType) {
        return since(0).stream()
                .filter(entry -> entry.getRecordType() == RecordType.EVENT && valueType.isInstance(entry.getValue()));
    }

    private Object read(String value) {
        try {
            return json.readValue(value, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The engine wrote a variable that is not JSON", e);
        }
    }
}

package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Puts the engine's records into words, each with the name of its element in the diagram. */
final class Narrator {
    private final BpmnModelInstance model;
    private final long startedAt;

    /**
     * For one run.
     *
     * @param startedAt milliseconds since the epoch, by the engine's clock
     */
    Narrator(BpmnModelInstance model, long startedAt) {
        this.model = model;
        this.startedAt = startedAt;
    }

    /** One line, or empty if the record tells people nothing. */
    Optional<String> tell(Record<?> source) {
        if (source.getRecordType() != RecordType.EVENT) {
            return Optional.empty();
        }
        return switch (source.getValue()) {
            case ProcessInstanceRecordValue value ->
                words(source, value).map(words -> line(source, value.getElementId(), words));
            case JobRecordValue value -> words(source, value).map(words -> line(source, value.getElementId(), words));
            default -> Optional.empty();
        };
    }

    private Optional<String> words(Record<?> source, ProcessInstanceRecordValue value) {
        if (!(source.getIntent() instanceof ProcessInstanceIntent intent)
                || value.getBpmnElementType() == BpmnElementType.SEQUENCE_FLOW) {
            return Optional.empty();
        }
        return switch (intent) {
            // Not ACTIVATED, which comes after the job has been created.
            case ELEMENT_ACTIVATING -> isEvent(value) ? Optional.empty() : Optional.of("started");
            case ELEMENT_COMPLETED -> Optional.of(isEvent(value) ? "reached" : "completed");
            case ELEMENT_TERMINATED -> Optional.of("ended early");
            default -> Optional.empty();
        };
    }

    private static Optional<String> words(Record<?> source, JobRecordValue job) {
        if (!(source.getIntent() instanceof JobIntent intent)) {
            return Optional.empty();
        }
        return switch (intent) {
            case CREATED -> Optional.of("calls connector " + job.getType());
            case COMPLETED -> Optional.of("connector answered");
            case FAILED -> Optional.of("connector failed%s: %s".formatted(outlook(job), job.getErrorMessage()));
            case ERROR_THROWN ->
                Optional.of("connector threw BPMN error %s: %s".formatted(job.getErrorCode(), job.getErrorMessage()));
            case TIMED_OUT -> Optional.of("connector did not answer in time");
            default -> Optional.empty();
        };
    }

    private static String outlook(JobRecordValue job) {
        return job.getRetries() == 0
                ? " for good"
                : ", again in %s s (%d retries left)".formatted(job.getRetryBackoff() / 1000, job.getRetries());
    }

    private String line(Record<?> source, String elementId, String words) {
        return String.format(
                Locale.ROOT, "%7.3f s  %-24s %s", (source.getTimestamp() - startedAt) / 1000.0, name(elementId), words);
    }

    /** An element's name in the diagram, or its id if it has none. */
    String name(String elementId) {
        return Optional.<ModelElementInstance>ofNullable(model.getModelElementById(elementId))
                .map(element -> element.getAttributeValue("name"))
                .orElse(elementId);
    }

    private static boolean isEvent(ProcessInstanceRecordValue value) {
        return value.getBpmnElementType().name().endsWith("_EVENT");
    }
}
